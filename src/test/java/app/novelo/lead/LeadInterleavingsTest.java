package app.novelo.lead;

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
 * Customer, salespeople, manager and timers in any order and two at a time, on the real program: whatever has happened to a
 * lead, once nothing is on its way all {@link LeadPromises} hold. jqwik prints the seed of what fails.
 */
@RunningNovelo
@TestPropertySource(properties = {"novelo.data-dir=target/lead-interleavings", "novelo.intake.quiet=300ms"})
class LeadInterleavingsTest {

    private static @Nullable ProgramOfProperties program;

    @BeforeContainer
    static void theProgramRuns() {
        program = ProgramOfProperties.of(LeadInterleavingsTest.class);
    }

    @AfterContainer
    static void itEnds() {
        program().end();
    }

    private static ProgramOfProperties program() {
        return Objects.requireNonNull(program);
    }

    @Provide
    Arbitrary<List<List<LeadDeed>>> deeds() {
        var moment = Arbitraries.of(LeadDeed.class).list().ofMinSize(1).ofMaxSize(2);
        return moment.list().ofMaxSize(14).withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
    void whateverHappensInWhateverOrderEveryPromiseIsKept(@ForAll("deeds") List<List<LeadDeed>> deeds)
            throws InterruptedException {
        var story = new LeadStory(program().context());
        var promises = new LeadPromises(program().context());

        deeds.forEach(story::happen);

        assertThat(program().brokenAtLast(() -> promises.brokenFor(story), () -> !story.wrongs()
                        .isEmpty()))
                .isEmpty();
    }
}
