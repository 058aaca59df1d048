package app.novelo.followup.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Queue;
import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.Moments.Meant;
import app.novelo.followup.internal.Requests.Request;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what a client wants to be planned, and looks whether the caller may. */
@Component
class FollowUpReader {

    private static final int LONGEST_WHAT = 1000;

    /** WhatsApp's limit; characters. */
    private static final int LONGEST_TEXT = 4096;

    private static final String REMINDER = "reminder";
    private static final Set<String> PURPOSES = Set.of("promise", REMINDER, FollowUp.CADENCE);
    private static final Set<String> SOURCES = Set.of("form", "composer", "api", "voiceNote", "ai");

    private final ConversationAccess access;
    private final Conversations conversations;
    private final Cases cases;
    private final Moments moments;
    private final UserDirectory users;

    FollowUpReader(
            ConversationAccess access, Conversations conversations, Cases cases, Moments moments, UserDirectory users) {
        this.access = access;
        this.conversations = conversations;
        this.cases = cases;
        this.moments = moments;
        this.users = users;
    }

    /** @param when a moment in words; what remains of them is what it is about, unless {@code what} says it */
    record Wish(
            @Nullable UUID conversation,
            @Nullable UUID customer,
            @JsonProperty("case") @Nullable String origin,
            @Nullable String what,
            @Nullable Instant dueAt,
            @Nullable String when,
            @Nullable String mode,
            @Nullable String purpose,
            @Nullable String text,
            @Nullable Template template,
            @Nullable String owner,
            @Nullable Boolean exact,
            @Nullable String source) {}

    /** @param values {@code variable = value}, one a line or between semicolons */
    record Template(@Nullable String name, @Nullable String language, @Nullable String values) {}

    record Words(@Nullable String text, @Nullable UUID conversation, @Nullable Boolean exact) {}

    NewFollowUp read(Caller caller, Wish wish) {
        var conversation = conversation(caller, wish);
        var origin = origin(wish, conversation);
        var queue = origin == null ? conversation.queue() : origin.queue();
        boolean exact = Boolean.TRUE.equals(wish.exact);
        var meant = wish.dueAt != null || wish.when == null ? null : moments.inWords(wish.when, queue, exact);
        var due = meant == null ? due(wish.dueAt, null, queue, exact) : meant.wanted();
        var words = words(wish);
        var mode = mode(wish.mode, words);
        var what = limited("what", wish.what != null ? wish.what : meant == null ? "" : meant.rest(), LONGEST_WHAT);
        if (what.isBlank() && mode == Mode.BY_HAND && meant == null) { // a moment alone reminds of the conversation
            throw new BadRequest("what", "is missing: what is to be remembered?");
        }
        return new NewFollowUp(
                conversation.id(),
                origin == null ? null : origin.number(),
                what.strip(),
                mode,
                oneOf("purpose", wish.purpose, PURPOSES, REMINDER),
                words,
                exact,
                due,
                owner(caller, wish.owner),
                oneOf("source", wish.source, SOURCES, "api"),
                caller.id());
    }

    private Conversation conversation(Caller caller, Wish wish) {
        if (wish.conversation == null && wish.customer == null) {
            throw new BadRequest("conversation", "name the conversation or the customer");
        }
        var conversation = wish.conversation != null
                ? access.visible(caller, wish.conversation)
                : conversations
                        .newestOf(wish.customer == null ? new UUID(0, 0) : wish.customer)
                        .filter(newest -> access.isVisible(caller, newest))
                        .orElseThrow(() -> new BadRequest("customer", "has no conversation yet: write to him first"));
        if (conversation.imported()) {
            throw new BadRequest("conversation", "is history and only read");
        }
        return conversation;
    }

    private @Nullable CaseFile origin(Wish wish, Conversation conversation) {
        if (wish.origin == null) {
            return null;
        }
        return cases.find(wish.origin)
                .filter(file -> file.closedAt() == null
                        && conversation.customer().equals(file.customer())
                        && !file.kind().equals(FollowUpProcess.KIND))
                .orElseThrow(() -> new BadRequest("case", "is no open case of this customer"));
    }

    private static FollowUp.Words words(Wish wish) {
        var template = wish.template;
        if (template != null && template.name == null) {
            throw new BadRequest("template.name", "is missing");
        }
        if (wish.text != null && template != null) {
            throw new BadRequest("text", "either a text or a template");
        }
        if (template != null) {
            return new FollowUp.Words(null, null, template.name, template.language, template.values);
        }
        return wish.text == null || wish.text.isBlank()
                ? FollowUp.Words.NONE
                : new FollowUp.Words(limited("text", wish.text, LONGEST_TEXT), null, null, null, null);
    }

    private static Mode mode(@Nullable String mode, FollowUp.Words words) {
        boolean automatic = mode == null ? words.areThere() : isAutomatic(mode);
        if (automatic != words.areThere()) {
            throw new BadRequest(
                    automatic ? "text" : "mode",
                    automatic
                            ? "is missing: what goes out by itself?"
                            : "by hand nothing is sent: leave text and template out");
        }
        return automatic ? Mode.AUTOMATIC : Mode.BY_HAND;
    }

    private static boolean isAutomatic(String mode) {
        return switch (mode.replaceAll("[_-]", "").toLowerCase(java.util.Locale.ROOT)) {
            case "automatic" -> true;
            case "byhand" -> false;
            default -> throw new BadRequest("mode", "one of AUTOMATIC, BY_HAND");
        };
    }

    private String owner(Caller caller, @Nullable String owner) {
        if (owner == null) {
            return caller.id();
        }
        return users.find(owner)
                .map(Caller::id)
                .orElseThrow(() -> new BadRequest("owner", "there is no user \"" + owner + "\""));
    }

    /** @throws BadRequest if neither is there, or what is there is over */
    Instant due(@Nullable Instant dueAt, @Nullable String when, String queue, boolean exact) {
        if (dueAt != null) {
            return moments.checked("dueAt", dueAt);
        }
        if (when == null || when.isBlank()) {
            throw new BadRequest("dueAt", "is missing: dueAt, or when in words");
        }
        return moments.inWords(when, queue, exact).dueAt();
    }

    Meant meant(Caller caller, Words words) {
        if (words.text == null || words.text.isBlank()) {
            throw new BadRequest("text", "is missing");
        }
        var queue = words.conversation == null
                ? Queue.TRIAGE
                : access.visible(caller, words.conversation).queue();
        return moments.inWords(limited("text", words.text, LONGEST_WHAT), queue, Boolean.TRUE.equals(words.exact));
    }

    Request request(@Nullable String key, Wish wish) {
        return new Request(key, DigestUtils.sha256Hex(wish.toString()));
    }

    private static String limited(String field, String words, int longest) {
        if (words.length() > longest) {
            throw new BadRequest(field, "at most " + longest + " characters");
        }
        return words;
    }

    private static String oneOf(String field, @Nullable String value, Set<String> allowed, String usual) {
        if (value != null && !allowed.contains(value)) {
            throw new BadRequest(
                    field,
                    "one of " + String.join(", ", allowed.stream().sorted().toList()));
        }
        return value == null ? usual : value;
    }
}
