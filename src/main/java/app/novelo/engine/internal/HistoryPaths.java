package app.novelo.engine.internal;

import app.novelo.engine.WalkedPaths;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Component;

@Component
class HistoryPaths implements WalkedPaths {

    private final HistoryService history;

    HistoryPaths(HistoryService history) {
        this.history = history;
    }

    @Override
    public List<Step> of(String processInstanceId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processInstanceId)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoryPaths::step)
                .toList();
    }

    private static Step step(HistoricActivityInstance activity) {
        return new Step(
                activity.getActivityId(),
                activity.getActivityType(),
                activity.getId(),
                activity.getStartTime().toInstant(),
                activity.getEndTime() == null ? null : activity.getEndTime().toInstant(),
                activity.getAssignee(),
                activity.isCanceled());
    }
}
