package app.novelo.ai.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The local understanding as the application wires it, on Wednesday, 11 March 2026, noon in São Paulo. */
final class Local {

    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    static final EntityFinder ENTITIES =
            new EntityFinder(Clock.fixed(Instant.parse("2026-03-11T15:00:00Z"), ZoneId.of("UTC")), ZONE);
    static final LocalUnderstanding UNDERSTANDING = new LocalUnderstanding(ENTITIES);

    private Local() {}
}
