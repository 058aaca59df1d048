package app.novelo.conversation.internal;

import app.novelo.channel.AccountNotice;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.NoticeHandler;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Contact;
import app.novelo.customer.Customers;
import app.novelo.customer.Purpose;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What customers set in WhatsApp itself about advertising: the field {@code user_preferences}. Who is not known yet is written
 * down, so that his "stop" counts when the company first thinks of writing to him.
 */
@Component
class PreferenceNotices implements NoticeHandler {

    private static final String ADVERTISING = "marketing_messages";

    /** No id of Meta's is longer. */
    private static final int LONGEST_ID = 200;

    private final Customers customers;
    private final Consents consents;
    private final Lines lines;
    private final Clock clock;

    PreferenceNotices(Customers customers, Consents consents, Lines lines, Clock clock) {
        this.customers = customers;
        this.consents = consents;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Set<String> fields() {
        return Set.of("user_preferences");
    }

    @Override
    public void handle(AccountNotice notice) {
        var line = line(notice.value().at("/metadata/phone_number_id")).orElse(null);
        for (var preference : notice.value().path("user_preferences")) {
            var contact = new Contact(
                    text(preference.path("wa_id")),
                    text(preference.path("user_id")),
                    text(preference.path("parent_user_id")),
                    null,
                    null);
            state(preference)
                    .filter(state -> contact.namesSomebody())
                    .ifPresent(state -> record(
                            contact,
                            new Consent(
                                    Purpose.MARKETING,
                                    state,
                                    Consent.Source.PREFERENCES,
                                    proof(notice, preference),
                                    at(notice, preference),
                                    line,
                                    null)));
        }
    }

    private void record(Contact contact, Consent consent) {
        consents.record(customers.recognise(contact, clock.instant()), consent);
    }

    private Optional<UUID> line(JsonNode providerId) {
        return lines.find("whatsapp", providerId.asText()).map(Line::id);
    }

    /** @return empty for what is about something else, or a word of tomorrow: it stays a notice */
    private static Optional<Consent.State> state(JsonNode preference) {
        if (!preference.path("category").asText().equals(ADVERTISING)) {
            return Optional.empty();
        }
        return switch (preference.path("value").asText()) {
            case "stop" -> Optional.of(Consent.State.WITHDRAWN);
            case "resume", "signup" -> Optional.of(Consent.State.GRANTED);
            default -> Optional.empty();
        };
    }

    private static String proof(AccountNotice notice, JsonNode preference) {
        var signup = text(preference.path("signup_id"));
        return signup == null || signup.length() > LONGEST_ID ? "notice " + notice.id() : signup;
    }

    /** Seconds, as a number or a text; without them, or from the future, when we heard of it. */
    private static Instant at(AccountNotice notice, JsonNode preference) {
        var seconds = preference.path("timestamp").asLong(0);
        return seconds > 0 && seconds < notice.at().getEpochSecond() ? Instant.ofEpochSecond(seconds) : notice.at();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
