package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.platform.Caller;
import app.novelo.platform.DomainEvent;
import app.novelo.platform.EventPosition;
import app.novelo.platform.EventReader;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Carries appended events to the screens that are open on this node, each only what its reader may see. */
@Configuration(proxyBeanMethods = false)
class LiveEvents {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final EventReader events;
    private final Conversations conversations;
    private final ConversationAccess access;
    private final CaseRows cases;
    private final Set<LiveScreen> screens = new CopyOnWriteArraySet<>();
    private volatile @Nullable EventPosition position;
    private volatile boolean closing;

    LiveEvents(EventReader events, Conversations conversations, ConversationAccess access, CaseRows cases) {
        this.events = events;
        this.conversations = conversations;
        this.access = access;
        this.cases = cases;
    }

    @Bean
    Loop liveScreens(Wakeups wakeups) {
        var loop = new Loop("live-screens", POLL, this::carry);
        wakeups.listen("event", loop::wake);
        return loop;
    }

    /** An open stream would hold up the server's graceful end; the screens come back by themselves. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        closing = true;
        screens.forEach(LiveScreen::leave);
    }

    /** What is appended from now on is carried to it, however late the next round comes. */
    void join(LiveScreen screen) {
        synchronized (screens) {
            if (position == null) {
                position = events.end();
            }
            screens.add(screen);
        }
        screen.whenGone(() -> screens.remove(screen));
        if (closing) {
            screen.leave();
        }
    }

    /** What a screen missed while it was away. */
    List<DomainEvent> missed(Caller caller, EventPosition since) {
        var batch = events.after(since, BATCH);
        var around = around(batch);
        return batch.stream().filter(event -> isVisible(caller, event, around)).toList();
    }

    private boolean carry() {
        var from = reached();
        if (from == null) {
            return false;
        }
        var batch = events.after(from, BATCH);
        position = batch.isEmpty() ? from : batch.get(batch.size() - 1).position();
        if (!batch.isEmpty()) {
            var around = around(batch);
            screens.forEach(screen -> batch.stream()
                    .filter(event -> isVisible(screen.caller(), event, around))
                    .forEach(screen::show));
        }
        screens.forEach(LiveScreen::keepAlive);
        return batch.size() == BATCH;
    }

    /** @return nothing while nobody looks */
    private @Nullable EventPosition reached() {
        synchronized (screens) {
            if (screens.isEmpty()) {
                position = null;
            }
            return position;
        }
    }

    private Around around(List<DomainEvent> batch) {
        var numbers = batch.stream()
                .map(event -> event.text("case"))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
        var files = cases.find(numbers).stream().collect(Collectors.toMap(CaseFile::number, file -> file));
        var ids = batch.stream()
                .map(event -> conversation(event, files))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Around(conversations.find(ids), files);
    }

    private static @Nullable UUID conversation(DomainEvent event, Map<String, CaseFile> files) {
        var id = event.text("conversation");
        if (!id.isEmpty()) {
            return UUID.fromString(id);
        }
        var file = files.get(event.text("case"));
        return file == null ? null : file.conversation();
    }

    /** A task of a queue is news for the queue, even when its conversation has moved on meanwhile. */
    private boolean isVisible(Caller caller, DomainEvent event, Around around) {
        if (event.type().equals(Notices.CREATED)) {
            var to = event.text("to");
            return caller.id().equals(to) || caller.isIn(to);
        }
        if (caller.isManager() || caller.isIn(event.text("queue")) || concernsEverybody(event)) {
            return true;
        }
        var file = around.files.get(event.text("case"));
        if (file != null && StoredCaseAccess.maySee(caller, file)) {
            return true;
        }
        var conversation = conversation(event, around.files);
        var found = conversation == null ? null : around.conversations.get(conversation);
        return found != null && access.isVisible(caller, found);
    }

    private static final Set<String> FOR_EVERYBODY =
            Set.of("line", "template", "presence", "agent", "queue", "skill", "calendar");

    /** Why nothing goes out is no secret, nor what can be sent, nor who is there. */
    private static boolean concernsEverybody(DomainEvent event) {
        return FOR_EVERYBODY.contains(event.type().split("\\.", 2)[0]);
    }

    private record Around(Map<UUID, Conversation> conversations, Map<String, CaseFile> files) {}
}
