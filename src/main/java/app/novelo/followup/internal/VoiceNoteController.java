package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.VoiceNotes;
import app.novelo.conversation.VoiceNotes.VoiceNote;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nobody can read a voice note: whoever has sent one is asked whether he promised something in it. */
@RestController
@RequestMapping("/api/v1/follow-ups/voice-notes")
class VoiceNoteController {

    /** Who has forgotten by then what he said cannot be asked. */
    private static final Duration ASKED = Duration.ofDays(3);

    private final VoiceNotes notes;
    private final Conversations conversations;
    private final ConversationAccess access;
    private final FollowUpReader reader;
    private final FollowUpDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    VoiceNoteController(
            VoiceNotes notes,
            Conversations conversations,
            ConversationAccess access,
            FollowUpReader reader,
            FollowUpDesk desk,
            JdbcClient jdbc,
            Clock clock) {
        this.notes = notes;
        this.conversations = conversations;
        this.access = access;
        this.reader = reader;
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the caller's own that he has not answered: of that conversation, or of those that he has now */
    @GetMapping
    Questions open(@RequestParam(required = false) @Nullable UUID conversation) {
        var caller = Callers.current();
        var where = conversation == null
                ? conversations.heldBy(caller.id())
                : List.of(access.visible(caller, conversation).id());
        var sent = notes.of(caller.id(), where, clock.instant().minus(ASKED));
        var answered = answered(sent);
        return new Questions(sent.stream()
                .filter(note -> !answered.contains(note.message()))
                .map(note -> new Question(note.message(), note.conversation(), note.at()))
                .toList());
    }

    private Set<UUID> answered(List<VoiceNote> sent) {
        return jdbc
                .sql("select message from followup.voice_note where message = any(?)")
                .param(sent.stream().map(VoiceNote::message).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Both answers are kept, the first of them counts, and nobody is asked again. */
    @PostMapping("/{message}")
    Answered answer(@PathVariable UUID message, @RequestBody Answer answer) {
        var caller = Callers.current();
        var note = notes.find(message)
                .filter(found -> found.by().equals(caller.id()))
                .orElseThrow(() -> new NotFound("voice note " + message));
        if (answer.promised == null) {
            throw new BadRequest("promised", "true or false");
        }
        var before = before(message);
        if (before != null) {
            return before;
        }
        var number = answer.promised ? plan(caller, note, answer).number() : null;
        jdbc.sql("insert into followup.voice_note (message, answered_by, answered_at, follow_up) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .param(message)
                .param(caller.id())
                .param(time(clock.instant()))
                .param(number)
                .update();
        return new Answered(message, answer.promised, number);
    }

    private @Nullable Answered before(UUID message) {
        return jdbc.sql("select follow_up from followup.voice_note where message = ?")
                .param(message)
                .query((row, n) -> new Answered(message, row.getString(1) != null, row.getString(1)))
                .optional()
                .orElse(null);
    }

    /** The message is the key of the request: who presses twice has promised once. */
    private FollowUp plan(Caller caller, VoiceNote note, Answer answer) {
        var wish = new FollowUpReader.Wish(
                note.conversation(),
                null,
                null,
                answer.what,
                answer.dueAt,
                answer.when,
                null,
                "promise",
                null,
                null,
                null,
                answer.exact,
                "voiceNote");
        return desk.plan(caller, reader.read(caller, wish), reader.request("voice-note:" + note.message(), wish));
    }

    /** @param dueAt or {@code when}, in words: what of them is no moment is what was promised, unless {@code what} says it */
    record Answer(
            @Nullable Boolean promised,
            @Nullable String what,
            @Nullable Instant dueAt,
            @Nullable String when,
            @Nullable Boolean exact) {}

    record Answered(UUID message, boolean promised, @Nullable String followUp) {}

    record Question(UUID message, UUID conversation, Instant at) {}

    record Questions(List<Question> items) {}
}
