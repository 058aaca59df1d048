package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that happens between a company and a person whom it may take for two. */
sealed interface Act {

    /** Under what he is known: a message that shows both proves that the two are one. */
    enum Face {
        NUMBER,
        USER_ID,
        BOTH
    }

    /** What is sent. */
    enum Sent {
        FREE_TEXT,
        MARKETING,
        UTILITY,
        AUTHENTICATION,
        /** A category of tomorrow. */
        STRANGE
    }

    /** Since the act before. */
    Duration after();

    /** What he writes. */
    enum Words {
        A_WISH("minha geladeira não gela", false, false),
        NO_ADVERTISING("sair", true, false),
        NOTHING("não quero receber mais nada de vocês", true, true),
        BOTH("minha geladeira não gela, e parem de me mandar promoções", true, false);

        final String text;
        final boolean noAdvertising;
        final boolean nothing;

        Words(String text, boolean noAdvertising, boolean nothing) {
            this.text = text;
            this.noAdvertising = noAdvertising;
            this.nothing = nothing;
        }
    }

    /** @param late between the channel's time and its arrival */
    record Writes(Duration after, Face face, Line line, Duration late, Words words) implements Act {}

    /** He sets it in his app. @param stop else he wants advertising again */
    record Sets(Duration after, Face face, boolean stop, Duration late) implements Act {}

    /** @param ago he said it then */
    record Says(Duration after, Face face, Purpose purpose, Consent.State state, Duration ago) implements Act {}

    /** The channel refused something. @param optedOut the customer wants no advertising; else the window is closed */
    record Refused(Duration after, Face face, Line line, boolean optedOut) implements Act {}

    record Resolved(Duration after, Face face, Line line) implements Act {}

    /** @param waits in the queue */
    record Sends(Duration after, Face face, Line line, Sent what, Duration waits) implements Act {}

    static Arbitrary<Act> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(pauses(), faces(), lines(), delays(), words())
                                .as(Writes::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        pauses(),
                                        faces(),
                                        Arbitraries.of(Purpose.class),
                                        Arbitraries.of(Consent.State.class),
                                        delays())
                                .as(Says::new)),
                Tuple.of(
                        1,
                        Combinators.combine(pauses(), faces(), lines(), Arbitraries.of(true, false))
                                .as(Refused::new)),
                Tuple.of(1, Combinators.combine(pauses(), faces(), lines()).as(Resolved::new)),
                Tuple.of(
                        1,
                        Combinators.combine(pauses(), faces(), Arbitraries.of(true, false), delays())
                                .as(Sets::new)),
                Tuple.of(
                        6,
                        Combinators.combine(pauses(), faces(), lines(), sent(), delays())
                                .as(Sends::new)));
    }

    /** Both sides of the window's end, to the second. */
    private static Arbitrary<Duration> pauses() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 90 * 60).map(Duration::ofSeconds)),
                Tuple.of(1, Arbitraries.integers().between(20, 30).map(Duration::ofHours)),
                Tuple.of(3, Arbitraries.integers().between(-1, 1).map(second -> Duration.ofHours(24)
                        .minusMinutes(5)
                        .plusSeconds(second))));
    }

    private static Arbitrary<Duration> delays() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Duration.ZERO)),
                Tuple.of(2, Arbitraries.integers().between(1, 180).map(Duration::ofMinutes)),
                Tuple.of(1, Arbitraries.integers().between(20, 40).map(Duration::ofHours)));
    }

    private static Arbitrary<Sent> sent() {
        return Arbitraries.frequency(
                Tuple.of(4, Sent.FREE_TEXT),
                Tuple.of(2, Sent.MARKETING),
                Tuple.of(2, Sent.UTILITY),
                Tuple.of(1, Sent.AUTHENTICATION),
                Tuple.of(1, Sent.STRANGE));
    }

    private static Arbitrary<Words> words() {
        return Arbitraries.frequency(
                Tuple.of(8, Words.A_WISH),
                Tuple.of(1, Words.NO_ADVERTISING),
                Tuple.of(1, Words.NOTHING),
                Tuple.of(1, Words.BOTH));
    }

    private static Arbitrary<Face> faces() {
        return Arbitraries.frequency(Tuple.of(6, Face.NUMBER), Tuple.of(2, Face.USER_ID), Tuple.of(1, Face.BOTH));
    }

    private static Arbitrary<Line> lines() {
        return Arbitraries.frequency(Tuple.of(4, Rows.ONE), Tuple.of(1, Rows.OTHER));
    }
}
