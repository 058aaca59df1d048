package app.novelo.channel.internal;

import app.novelo.channel.Line;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface LineRepository extends JpaRepository<Line, UUID> {

    Optional<Line> findByChannelAndProviderId(String channel, String providerId);
}
