package app.novelo.ticket.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What only a ticket has. */
@Entity
@Table(schema = "ticket", name = "ticket")
class Ticket implements Persistable<String> {

    @Id
    private String number = "";

    private @Nullable String resolution;

    private @Nullable String reason;

    @Column(name = "opened_at")
    private Instant openedAt = Instant.EPOCH;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Integer version;

    protected Ticket() {}

    Ticket(String number, Instant openedAt) {
        this.number = number;
        this.openedAt = openedAt;
    }

    void close(@Nullable String chosenResolution, Instant at) {
        resolution = chosenResolution;
        closedAt = at;
    }

    void hasPriorityBecause(@Nullable String why) {
        reason = why;
    }

    @Nullable
    String resolution() {
        return resolution;
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
