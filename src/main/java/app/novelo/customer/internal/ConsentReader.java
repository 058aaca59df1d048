package app.novelo.customer.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody writes down of a customer's will. Who says that he agreed must be able to show it; who says that he does
 * not want to be written to is believed.
 */
@Component
class ConsentReader {

    static final int LONGEST_PROOF = 500;

    /** Nobody has kept a consent to be written to by telephone from before. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks differ. What is written down for the future would undo what the customer says until then. */
    private static final Duration FASTEST_CLOCK = Duration.ofMinutes(5);

    /** The rest is what the program itself hears. */
    private static final Set<Consent.Source> OF_PEOPLE =
            EnumSet.of(Consent.Source.API, Consent.Source.IMPORT, Consent.Source.AGENT, Consent.Source.FORM);

    private final Clock clock;

    ConsentReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * A consent as a client tells it.
     *
     * @param source {@code AGENT} if it is not told
     * @param at now if it is not told
     */
    record Told(
            @Nullable String purpose,
            @Nullable String state,
            @Nullable String source,
            @Nullable String proof,
            @Nullable String at) {

        /** @throws BadRequest if it is no object of texts */
        static Told of(JsonNode node, String path) {
            if (!node.isObject()) {
                throw new BadRequest(path.substring(0, path.length() - 1), "an object is needed");
            }
            return new Told(
                    text(node, path, "purpose"),
                    text(node, path, "state"),
                    text(node, path, "source"),
                    text(node, path, "proof"),
                    text(node, path, "at"));
        }

        private static @Nullable String text(JsonNode node, String path, String field) {
            var value = node.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isTextual()) {
                throw new BadRequest(path + field, "a text is needed");
            }
            return value.asText();
        }
    }

    /** @param path in front of the names of fields in problems, such as {@code consents[0].} */
    Consent read(Caller caller, Told told, String path) {
        var purpose = word(path + "purpose", Purpose.class, told.purpose);
        var state = word(path + "state", Consent.State.class, told.state);
        var source =
                told.source == null ? Consent.Source.AGENT : word(path + "source", Consent.Source.class, told.source);
        if (!OF_PEOPLE.contains(source)) {
            throw new BadRequest(path + "source", "one of " + OF_PEOPLE);
        }
        var proof = proof(path + "proof", told.proof);
        if (proof == null && state == Consent.State.GRANTED) {
            throw new BadRequest(path + "proof", "where it can be looked up that he agreed");
        }
        return new Consent(purpose, state, source, proof, at(path + "at", told.at), null, caller.id());
    }

    static <E extends Enum<E>> E word(String field, Class<E> type, @Nullable String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest(field, "one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static @Nullable String proof(String field, @Nullable String proof) {
        if (proof == null || proof.isBlank()) {
            return null;
        }
        if (!CustomerRules.fits(proof, LONGEST_PROOF)) {
            throw new BadRequest(field, "at most " + LONGEST_PROOF + " characters");
        }
        return proof.strip();
    }

    private Instant at(String field, @Nullable String text) {
        var now = clock.instant();
        if (text == null) {
            return now;
        }
        try {
            var at = Instant.parse(text);
            if (!at.isBefore(EARLIEST) && !at.isAfter(now.plus(FASTEST_CLOCK))) {
                return at.isAfter(now) ? now : at;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new BadRequest(field, "a time in UTC that has passed, such as 2026-10-01T12:00:00Z");
    }
}
