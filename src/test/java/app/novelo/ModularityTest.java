package app.novelo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Java dependencies only go down; each edge is written in a module's {@code package-info}. */
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(Novelo.class);

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        modules.verify();
    }
}
