package app.novelo.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business phone number of ours (later: a mailbox, a web widget).
 *
 * @param providerId the provider's id of the line; WhatsApp: phone number id, an opaque string
 * @param display what people call it: the number as dialled
 * @param accountId the provider's id of the account that it belongs to
 * @param name what the company calls it; empty = {@code display}
 * @param queue where new conversations begin; null = triage
 * @param manager user id of who answers for it
 * @param calendar when it is served; null = as its queue
 * @param language of texts to customers of whom nothing is known; null = the company's
 * @param persona who speaks where no person does; null = the company
 * @param offSince business time since which nothing goes out, as a manager wants it; what comes in is taken all the same;
 *     null = it is in use
 */
public record Line(
        UUID id,
        String channel,
        String providerId,
        String display,
        String accountId,
        String name,
        @Nullable String queue,
        @Nullable String manager,
        @Nullable String calendar,
        @Nullable String language,
        @Nullable String persona,
        @Nullable Instant offSince) {

    /** As it is before anybody has set anything. */
    public Line(UUID id, String channel, String providerId, String display, String accountId) {
        this(id, channel, providerId, display, accountId, "", null, null, null, null, null, null);
    }

    public boolean active() {
        return offSince == null;
    }

    /** @return what people read in lists */
    public String title() {
        return name.isEmpty() ? display : name;
    }
}
