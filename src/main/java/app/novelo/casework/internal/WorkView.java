package app.novelo.casework.internal;

import app.novelo.conversation.LastMessage;
import app.novelo.servicelevel.ClockView;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task with all that a list shows of it. */
record WorkView(
        String taskId,
        String name,
        String element,
        String processKey,
        @Nullable String queue,
        @Nullable String assignee,
        @Nullable String formKey,
        Instant createdAt,
        @Nullable Instant dueAt,
        @JsonProperty("case") @Nullable CaseView caseFile,
        @Nullable Talk conversation) {

    /** The case that the task belongs to. */
    record CaseView(
            String number,
            String kind,
            String state,
            String priority,
            String queue,
            @Nullable String intent,
            Instant createdAt,
            @Nullable Instant dueAt,
            List<ClockOfCase> clocks) {}

    /** One of its clocks. */
    record ClockOfCase(
            String metric, String state, Instant startedAt, Instant dueAt, @Nullable Instant endedAt, String calendar) {

        static ClockOfCase of(ClockView clock) {
            return new ClockOfCase(
                    clock.metric(),
                    clock.state().name(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.endedAt(),
                    clock.calendar());
        }
    }

    /** The conversation that it is about, as a list shows it. */
    record Talk(
            UUID id,
            String customerName,
            @Nullable String customerPhone,
            String state,
            String speaker,
            @Nullable String speakerId,
            @Nullable String intent,
            @Nullable String sentiment,
            boolean awaitsAnswer,
            Window window,
            @Nullable LastMessage lastMessage) {}

    /** @param closesAt when it closes or closed; null if it never was open */
    record Window(boolean open, @Nullable Instant closesAt) {}

    /**
     * A task with the reasons for being where it is.
     *
     * @param now business time, against which a screen counts down
     */
    record Detail(@JsonUnwrapped WorkView work, @Nullable String assigneeName, List<Why> why, Instant now) {}

    /**
     * One decision on the way here.
     *
     * @param reason the id that the table gave; screens translate it
     */
    record Why(String decision, int version, Instant at, @Nullable String reason, Map<String, Object> outputs) {}
}
