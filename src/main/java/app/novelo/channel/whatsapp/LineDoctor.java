package app.novelo.channel.whatsapp;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import app.novelo.channel.LineObserver;
import app.novelo.channel.LineStops;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Examines a line on demand. What has found its way back to health by itself may send again at once. */
@Component
class LineDoctor {

    private final List<LineCheck> checks;
    private final StandingReader reader;
    private final LineStops stops;
    private final ObjectProvider<LineObserver> observers;

    LineDoctor(List<LineCheck> checks, StandingReader reader, LineStops stops, ObjectProvider<LineObserver> observers) {
        this.checks =
                checks.stream().sorted(Comparator.comparing(LineCheck::order)).toList();
        this.reader = reader;
        this.stops = stops;
        this.observers = observers;
    }

    /** @param accepted nothing was found that keeps it from sending: whatever stopped it is over */
    record Examination(boolean accepted, List<Finding> items) {}

    Examination examine(Line line) {
        reader.account(line.accountId());
        reader.number(line);
        var findings = checks.stream().map(check -> run(check, line)).toList();
        boolean accepted = true;
        for (int i = 0; i < findings.size(); i++) {
            accepted &= findings.get(i).ok() || !checks.get(i).isNeededToSend();
        }
        if (accepted) {
            stops.liftAll(line);
            observers.orderedStream().forEach(observer -> observer.mayTryAgain(List.of(line.id())));
        }
        return new Examination(accepted, findings);
    }

    private static Finding run(LineCheck check, Line line) {
        try {
            return check.check(line);
        } catch (IOException e) {
            return Finding.wrong(
                    check.name(),
                    "unreachable",
                    "Meta's Graph API cannot be reached: " + e.getClass().getSimpleName() + ".",
                    "Let Novelo reach graph.facebook.com over HTTPS, then check again.");
        }
    }
}
