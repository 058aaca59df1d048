package app.novelo.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** The program for a test that jqwik runs, which knows nothing of Spring. */
public final class ProgramOfProperties {

    /** Tells what stays wrong from what is still on its way: an idle engine looks for timers every ten seconds. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** While jqwik looks for a shorter story, of something that has proved to stay wrong. */
    private static final Duration SHORTER = Duration.ofSeconds(12);

    private final TestContext test;
    private volatile Duration patience = LONG_ENOUGH;

    private ProgramOfProperties(TestContext test) {
        this.test = test;
    }

    /** @param test whose annotations say how it runs */
    public static ProgramOfProperties of(Class<?> test) {
        var program = new ProgramOfProperties(new TestContextManager(test).getTestContext());
        ProcessEngines.registerProcessEngine(program.context().getBean(ProcessEngine.class));
        return program;
    }

    public ApplicationContext context() {
        return test.getApplicationContext();
    }

    public void end() {
        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    /**
     * @param look what is wrong just now
     * @param hopeless no time will mend it
     * @return what is still wrong once nothing can be on its way any more
     */
    public List<String> brokenAtLast(Supplier<List<String>> look, BooleanSupplier hopeless)
            throws InterruptedException {
        var end = Instant.now().plus(patience);
        var broken = look.get();
        while (!broken.isEmpty() && !hopeless.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            broken = look.get();
        }
        if (!broken.isEmpty()) {
            patience = SHORTER;
        }
        return broken;
    }
}
