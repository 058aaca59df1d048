package app.novelo.engine.internal;

import app.novelo.platform.Nodes;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How our engine differs from Camunda's default; each line has its reason in docs/adr or architecture. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineConfiguration extends AbstractProcessEnginePlugin {

    /** A delegate of ours takes milliseconds; longer than this a job is repeated elsewhere although its node lives. */
    private static final int JOB_LOCK_MILLIS = 60_000;

    /** How late an idle node may notice a timer or a job that was given back; a poll costs half a millisecond. */
    private static final int LONGEST_IDLE_MILLIS = 10_000;

    private final ApplicationContext context;
    private final List<BpmnParseListener> parseListeners;
    private final DecisionListener decisions;
    private final Nodes nodes;

    EngineConfiguration(
            ApplicationContext context,
            List<BpmnParseListener> parseListeners,
            DecisionListener decisions,
            Nodes nodes) {
        this.context = context;
        this.parseListeners = parseListeners;
        this.decisions = decisions;
        this.nodes = nodes;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        nameDurationParser();
        remember(engine);
        drawOutcomes(engine);
        engine.setBeans(new ExpressionBeans(context));
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCustomSessionFactories(List.of(new PermissionChecks()));
        engine.setDefaultNumberOfRetries(3);
        engine.setCustomPreBPMNParseListeners(new ArrayList<>(parseListeners));
        var tables = new DefaultDmnEngineConfiguration();
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(decisions));
        speakFeelOnly(tables);
        tables.setFeelEngineFactory(() -> new PlainFeel(new ScalaFeelEngine(List.of())));
        engine.setDmnEngineConfiguration(tables);
    }

    /**
     * The engine asks for a parser of durations with every timer. Unless its class is named, each of our jars within the jar
     * is searched for one (measured: 4 % of the Java of resolving a ticket).
     */
    private static void nameDurationParser() {
        if (System.getProperty(DatatypeFactory.DATATYPEFACTORY_PROPERTY) == null) {
            System.setProperty(
                    DatatypeFactory.DATATYPEFACTORY_PROPERTY, DatatypeFactory.DATATYPEFACTORY_IMPLEMENTATION_CLASS);
        }
    }

    /** Tables of an older DMN would otherwise be read as JUEL, which reaches Java. */
    private static void speakFeelOnly(DefaultDmnEngineConfiguration tables) {
        tables.setDefaultInputExpressionExpressionLanguage(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE);
        tables.setDefaultInputEntryExpressionLanguage(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE);
        tables.setDefaultOutputEntryExpressionLanguage(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE);
        tables.setDefaultLiteralExpressionLanguage(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE);
        tables.setElProvider(expression -> {
            throw new UnsupportedOperationException("decision tables are written in FEEL, not in JUEL: " + expression);
        });
    }

    private static void remember(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new NoveloHistoryLevel()));
        engine.setHistory(NoveloHistoryLevel.NAME);
        engine.setHistoryTimeToLive("P180D");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryRemovalTimeStrategy("end");
    }

    /** Without the first an uncaught BPMN error ends a case silently. */
    private static void drawOutcomes(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setSkipOutputMappingOnCanceledActivities(true);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        var jobs = engine.getJobExecutor();
        jobs.setLockTimeInMillis(JOB_LOCK_MILLIS);
        jobs.setMaxWait(LONGEST_IDLE_MILLIS);
        jobs.setLockOwner(nodes.own());
    }
}
