package app.novelo.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickTest {

    @Test
    void aRowSaysWhichSurveyItAnswers() {
        var tick = new Tick("S-2026-000042", 3);

        assertThat(Tick.of(Tick.id(tick.survey(), tick.score()))).contains(tick);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "reopen",
                "S-2026-000042",
                "S-2026-000042_",
                "S-2026-000042_123",
                "S-2026-000042_-1",
                "T-20261128-000042_3",
                "S-2026-000042_3 ",
                "S-2026-00000000000000000000042_3"
            })
    void whatSomebodyElseOfferedIsNone(String choice) {
        assertThat(Tick.of(choice)).isEmpty();
    }
}
