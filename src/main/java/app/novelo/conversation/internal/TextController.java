package app.novelo.conversation.internal;

import app.novelo.conversation.internal.TextDesk.Place;
import app.novelo.conversation.internal.TextRows.Entry;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers read: seen by everybody who works here, changed by managers. */
@RestController
@RequestMapping("/api/v1/texts")
class TextController {

    private final TextDesk desk;
    private final ShippedTexts shipped;

    TextController(TextDesk desk, ShippedTexts shipped) {
        this.desk = desk;
        this.shipped = shipped;
    }

    /** What holds for everybody, or on that line. */
    @GetMapping
    Page<TextView> list(
            @RequestParam(required = false) @Nullable UUID line,
            @RequestParam(required = false) @Nullable String language) {
        return new Page<>(desk.all(line, language).stream().map(this::view).toList(), null);
    }

    @PutMapping("/{key}/{language}")
    TextView put(
            @PathVariable String key,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable UUID line,
            @RequestBody NewText wish) {
        Callers.managersOnly();
        return view(desk.put(Callers.current(), new Place(key, language, line), wish.text));
    }

    @DeleteMapping("/{key}/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(
            @PathVariable String key,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable UUID line) {
        Callers.managersOnly();
        desk.reset(new Place(key, language, line));
    }

    /** As a customer would read it. */
    @PostMapping("/preview")
    Preview preview(@RequestBody Draft draft) {
        Callers.managersOnly();
        return new Preview(desk.preview(draft.line, draft.text == null ? "" : draft.text));
    }

    private TextView view(Entry entry) {
        return new TextView(
                entry.key(),
                entry.language(),
                entry.line() == null ? null : entry.line().toString(),
                entry.body(),
                shipped.find(entry.key(), entry.language()).orElse(null),
                entry.edited(),
                entry.editedAt(),
                entry.editedBy(),
                Placeholders.in(entry.body()));
    }

    record NewText(@Nullable String text) {}

    record Draft(@Nullable String text, @Nullable UUID line) {}

    record Preview(String text) {}

    /**
     * @param line whose own words these are; null = everybody's
     * @param shipped what it said when it came; null in a language that did not
     * @param edited by a person
     */
    record TextView(
            String key,
            String language,
            @Nullable String line,
            String text,
            @Nullable String shipped,
            boolean edited,
            @Nullable Instant editedAt,
            @Nullable String editedBy,
            Set<String> placeholders) {}
}
