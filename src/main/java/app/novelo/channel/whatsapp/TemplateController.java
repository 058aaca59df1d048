package app.novelo.channel.whatsapp;

import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.util.List;
import java.util.Map;
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

/** Templates: what can be sent, and for managers all that Meta has of us. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

    private final TemplateList list;
    private final TemplateAuthors authors;
    private final WantedSyncs syncs;

    TemplateController(TemplateList list, TemplateAuthors authors, WantedSyncs syncs) {
        this.list = list;
        this.authors = authors;
        this.syncs = syncs;
    }

    @GetMapping
    Page<TemplateView> list(
            @RequestParam(required = false) @Nullable UUID line,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        int most = Page.limit(limit);
        var question = new TemplateList.Question(line, status, category, language, q);
        return Page.of(list.find(Callers.current(), question, after, most + 1), most, TemplateView::id);
    }

    @GetMapping("/{id}")
    TemplateView one(@PathVariable UUID id) {
        return list.one(Callers.current(), id);
    }

    /** Hands a new one in, for Meta to look at. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TemplateView create(@RequestBody TemplateWish wish) {
        Callers.managersOnly();
        var caller = Callers.current();
        return list.one(caller, authors.create(caller, wish));
    }

    /** Hands another version in, whole: what is left out is gone. */
    @PutMapping("/{id}")
    TemplateView edit(@PathVariable UUID id, @RequestBody TemplateWish wish) {
        Callers.managersOnly();
        var caller = Callers.current();
        authors.edit(caller, list.visible(caller, id), wish);
        return list.one(caller, id);
    }

    /** @param languages {@code all}, or this one */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestParam(defaultValue = "") String languages) {
        Callers.managersOnly();
        var caller = Callers.current();
        authors.delete(caller, list.visible(caller, id), languages.equals("all"));
    }

    /** @param preview what has been filled in so far */
    @PostMapping("/{id}/preview")
    TemplatePreview.Shown preview(@PathVariable UUID id, @RequestBody Preview preview) {
        var template = list.visible(Callers.current(), id);
        return TemplatePreview.of(template.form(), preview.values == null ? Map.of() : preview.values);
    }

    /** Values by the keys of the variables. */
    record Preview(@Nullable Map<String, String> values) {}

    /** Compares all of them with Meta's, soon. */
    @PostMapping("/sync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<WantedSyncs.State> sync() {
        Callers.managersOnly();
        syncs.wantNow();
        return syncs.states();
    }

    /** When they were last compared, and what was in the way. */
    @GetMapping("/sync")
    List<WantedSyncs.State> syncs() {
        Callers.managersOnly();
        return syncs.states();
    }
}
