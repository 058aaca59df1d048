package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockState;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClockRepository extends JpaRepository<Clock, UUID> {

    List<Clock> findByCaseNumberOrderByStartedAt(String caseNumber);

    List<Clock> findByCaseNumberInOrderByStartedAt(Collection<String> caseNumbers);

    List<Clock> findByStateOrderByDueAt(ClockState state, Limit limit);
}
