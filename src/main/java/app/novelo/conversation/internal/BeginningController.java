package app.novelo.conversation.internal;

import app.novelo.conversation.Conversations;
import app.novelo.platform.Callers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conversations that the company begins. */
@RestController
@RequestMapping("/api/v1/conversations")
class BeginningController {

    private final BeginningReader reader;
    private final Beginnings beginnings;
    private final Conversations conversations;
    private final ConversationViews views;

    BeginningController(
            BeginningReader reader, Beginnings beginnings, Conversations conversations, ConversationViews views) {
        this.reader = reader;
        this.beginnings = beginnings;
        this.conversations = conversations;
        this.views = views;
    }

    /**
     * Either {@code customer} or {@code phone} names him.
     *
     * @param line may be missing where there is but one
     * @param template its {@code name, language, values} and {@code media}
     */
    record Start(
            @Nullable UUID customer,
            @Nullable String phone,
            @Nullable UUID line,
            @Nullable NewMessage template,
            @Nullable String note) {}

    @PostMapping
    ResponseEntity<ConversationView> begin(
            @RequestBody Start start, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var caller = Callers.current();
        var begun = beginnings.begin(caller, reader.read(caller, start), MessageController.checked(key));
        var view = views.of(conversations.required(begun.conversation()));
        return ResponseEntity.status(begun.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view);
    }
}
