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

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    /** How often the customer came back after it was resolved. */
    private int reopened;

    @Version
    private @Nullable Integer version;

    protected Ticket() {}

    Ticket(String number, Instant openedAt) {
        this.number = number;
        this.openedAt = openedAt;
    }

    void resolve(@Nullable String chosenResolution, Instant at) {
        resolution = chosenResolution;
        resolvedAt = at;
    }

    void reopen() {
        resolution = null;
        resolvedAt = null;
        reopened++;
    }

    void close(Instant at) {
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
