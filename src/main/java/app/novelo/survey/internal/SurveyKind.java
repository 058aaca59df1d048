package app.novelo.survey.internal;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked, and how it is answered. */
enum SurveyKind {
    /** Satisfaction: one of five rows of a list. */
    CSAT(1, 5, "survey"),

    /**
     * Recommendation: a number that is written, since WhatsApp's list has room for ten rows and there are eleven.
     *
     * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages">Meta,
     *     Interactive list messages</a>
     */
    NPS(0, 10, "nps");

    private final int least;
    private final int most;
    private final String purpose;

    SurveyKind(int least, int most, String purpose) {
        this.least = least;
        this.most = most;
        this.purpose = purpose;
    }

    /** @param id as diagrams write it; anything else is the usual kind */
    static SurveyKind of(@Nullable String id) {
        return NPS.id().equals(id) ? NPS : CSAT;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return as the table {@code fallback-template} reads it */
    String purpose() {
        return purpose;
    }

    boolean allows(int score) {
        return least <= score && score <= most;
    }

    /** @return entry of the text catalogue */
    String question() {
        return "survey." + id();
    }

    /** @return the answers that are offered, as a sending task reads them; empty if he writes a number */
    String choices(String number) {
        return this == NPS
                ? ""
                : IntStream.iterate(most, score -> score >= least, score -> score - 1)
                        .mapToObj(score -> "%s = %s".formatted(Tick.id(number, score), word(score)))
                        .collect(Collectors.joining("\n"));
    }

    /** @return entry of the text catalogue that stands for a score in the list */
    static String word(int score) {
        return "survey.score" + score;
    }

    IntStream scores() {
        return IntStream.rangeClosed(least, most);
    }
}
