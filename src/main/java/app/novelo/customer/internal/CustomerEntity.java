package app.novelo.customer.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity(name = "Customer")
@Table(schema = "customer", name = "customer")
class CustomerEntity implements Persistable<UUID> {

    /** Longer names are cut: they are the customer's own, and nobody else's business is to store a novel. */
    private static final int LONGEST_NAME = 200;

    @Id
    private UUID id = new UUID(0, 0);

    private String name = "";

    private @Nullable String language;

    private @Nullable String segment;

    private @Nullable String owner;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Version
    private @Nullable Integer version;

    protected CustomerEntity() {}

    CustomerEntity(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = clean(name);
        this.createdAt = createdAt;
    }

    static String clean(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (plain.length() <= LONGEST_NAME) {
            return plain;
        }
        boolean withinEmoji = Character.isHighSurrogate(plain.charAt(LONGEST_NAME - 1));
        return plain.substring(0, withinEmoji ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    void isCalled(String newName) {
        name = clean(newName);
    }

    void speaks(String newLanguage) {
        language = newLanguage;
    }

    String name() {
        return name;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    String segment() {
        return segment;
    }

    @Nullable
    String owner() {
        return owner;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
