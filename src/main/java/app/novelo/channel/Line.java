package app.novelo.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A business phone number of ours (later: a mailbox, a web widget). */
@Entity
@Table(schema = "channel", name = "line")
public class Line {

    @Id
    private UUID id = new UUID(0, 0);

    private String channel = "";

    @Column(name = "provider_id")
    private String providerId = "";

    private String display = "";

    @Column(name = "account_id")
    private String accountId = "";

    protected Line() {}

    public Line(UUID id, String channel, String providerId, String display, String accountId) {
        this.id = id;
        this.channel = channel;
        this.providerId = providerId;
        this.display = display;
        this.accountId = accountId;
    }

    public UUID id() {
        return id;
    }

    public String channel() {
        return channel;
    }

    /** @return the provider's id of the line; WhatsApp: phone number id, an opaque string */
    public String providerId() {
        return providerId;
    }

    public String display() {
        return display;
    }

    public String accountId() {
        return accountId;
    }
}
