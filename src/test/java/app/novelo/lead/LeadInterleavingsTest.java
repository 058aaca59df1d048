package app.novelo.lead;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.RunningNovelo;
import java.time.Duration;
import java.time.Instant;
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
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

/**
 * Customer, salespeople, manager and timers in any order and two at a time, on the real program: whatever has happened to a
 * lead, once nothing is on its way all {@link LeadPromises} hold. jqwik prints the seed of what fails.
 */
@RunningNovelo
@TestPropertySource(properties = {"novelo.data-dir=target/lead-interleavings", "novelo.intake.quiet=300ms"})
class LeadInterleavingsTest {

    /** Tells what stays wrong from what is still on its way: an idle engine looks for timers every ten seconds. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** While jqwik looks for a shorter story, of something that has proved to stay wrong. */
    private static final Duration SHORTER = Duration.ofSeconds(12);

    private static volatile Duration patience = LONG_ENOUGH;
    private static @Nullable TestContext test;

    @BeforeContainer
    static void theProgramRuns() {
        test = new TestContextManager(LeadInterleavingsTest.class).getTestContext();
        ProcessEngines.registerProcessEngine(novelo().getBean(ProcessEngine.class));
    }

    @AfterContainer
    static void itEnds() {
        Objects.requireNonNull(test).markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    private static ApplicationContext novelo() {
        return Objects.requireNonNull(test).getApplicationContext();
    }

    @Provide
    Arbitrary<List<List<LeadDeed>>> deeds() {
        var moment = Arbitraries.of(LeadDeed.class).list().ofMinSize(1).ofMaxSize(2);
        return moment.list().ofMaxSize(14).withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
    void whateverHappensInWhateverOrderEveryPromiseIsKept(@ForAll("deeds") List<List<LeadDeed>> deeds)
            throws InterruptedException {
        var story = new LeadStory(novelo());

        deeds.forEach(story::happen);

        assertThat(brokenAtLast(story)).isEmpty();
    }

    private static List<String> brokenAtLast(LeadStory story) throws InterruptedException {
        var promises = new LeadPromises(novelo());
        var end = Instant.now().plus(patience);
        var broken = promises.brokenFor(story);
        while (!broken.isEmpty() && story.wrongs().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            broken = promises.brokenFor(story);
        }
        if (!broken.isEmpty()) {
            patience = SHORTER;
        }
        return broken;
    }
}
