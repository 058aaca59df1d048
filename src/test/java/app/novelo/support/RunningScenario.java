package app.novelo.support;

import java.util.Optional;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Which scenario, a test of a class {@code …Scenarios}, runs now. Test classes run one after the other in a JVM. */
final class RunningScenario extends AbstractTestExecutionListener {

    private static volatile Optional<Scenario> now = Optional.empty();

    /** One way through a process, with the name of its class and its method. */
    record Scenario(String tests, String name) {}

    static Optional<Scenario> now() {
        return now;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        now = Optional.empty();
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        now = Optional.of(new Scenario(
                        test.getTestClass().getName(), test.getTestMethod().getName()))
                .filter(scenario -> scenario.tests().endsWith("Scenarios"));
    }

    @Override
    public void afterTestClass(TestContext test) {
        now = Optional.empty();
    }
}
