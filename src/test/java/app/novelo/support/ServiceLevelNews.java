package app.novelo.support;

import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.ServiceLevelObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears of warnings and breaches as an escalation does, and does in the same transaction what a test wants of it. */
public class ServiceLevelNews implements ServiceLevelObserver {

    private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
    private final Map<String, Runnable> reactions = new ConcurrentHashMap<>();

    /** @return {@code warned firstResponse}, {@code breached resolution}, in order */
    public List<String> of(String caseNumber) {
        return heard.computeIfAbsent(caseNumber, number -> new CopyOnWriteArrayList<>());
    }

    /** To the next news of that case only. */
    public void react(String caseNumber, Runnable reaction) {
        reactions.put(caseNumber, reaction);
    }

    @Override
    public void warned(String caseNumber, Metric metric) {
        hear(caseNumber, "warned " + metric.id());
    }

    @Override
    public void breached(String caseNumber, Metric metric) {
        hear(caseNumber, "breached " + metric.id());
    }

    private void hear(String caseNumber, String news) {
        of(caseNumber).add(news);
        var reaction = reactions.remove(caseNumber);
        if (reaction != null) {
            reaction.run();
        }
    }
}
