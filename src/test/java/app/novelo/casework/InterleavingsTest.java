package app.novelo.casework;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.ProgramOfProperties;
import app.novelo.support.RunningNovelo;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.TestPropertySource;

/**
 * Customer, agents, manager and timers in any order and two at a time, on the real program: whatever has happened, once
 * nothing is on its way all {@link Promises} hold. jqwik prints the seed of what fails, and looks for a shorter story.
 */
@RunningNovelo
@TestPropertySource(properties = {"novelo.data-dir=target/interleavings", "novelo.intake.quiet=300ms"})
class InterleavingsTest {

    private static @Nullable ProgramOfProperties program;

    @BeforeContainer
    static void theProgramRuns() {
        program = ProgramOfProperties.of(InterleavingsTest.class);
    }

    @AfterContainer
    static void itEnds() {
        program().end();
    }

    private static ProgramOfProperties program() {
        return Objects.requireNonNull(program);
    }

    @Provide
    Arbitrary<List<List<Deed>>> deeds() {
        var moment = Arbitraries.of(Deed.class).list().ofMinSize(1).ofMaxSize(2);
        return moment.list().ofMaxSize(14).withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
    void whateverHappensInWhateverOrderEveryPromiseIsKept(@ForAll("deeds") List<List<Deed>> deeds)
            throws InterruptedException {
        var story = new Story(program().context());
        var promises = new Promises(program().context());

        deeds.forEach(story::happen);

        assertThat(program().brokenAtLast(() -> promises.brokenFor(story), () -> !story.wrongs()
                        .isEmpty()))
                .isEmpty();
    }
}
