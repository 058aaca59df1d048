package app.novelo.channel.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lines hardly change and every message asks for one: found ones stay in memory, missing ones are looked for again. */
@Component
class StoredLines implements Lines {

    private final LineRepository repository;
    private final Map<UUID, Line> known = new ConcurrentHashMap<>();

    StoredLines(LineRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Line> find(UUID id) {
        return Optional.ofNullable(known.get(id))
                .or(() -> repository.findById(id).map(this::remember));
    }

    @Override
    public Optional<Line> find(String channel, String providerId) {
        return known.values().stream()
                .filter(line ->
                        line.channel().equals(channel) && line.providerId().equals(providerId))
                .findFirst()
                .or(() -> repository
                        .findByChannelAndProviderId(channel, providerId)
                        .map(this::remember));
    }

    @Override
    public List<Line> all() {
        return repository.findAll();
    }

    private Line remember(Line line) {
        known.put(line.id(), line);
        return line;
    }
}
