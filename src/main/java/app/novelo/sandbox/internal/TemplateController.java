package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Quality;
import app.novelo.sandbox.internal.Template.Status;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
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

/** What Meta and WhatsApp Manager do with templates, for the page and for scripts. */
@Hidden
@SandboxOnly
@RestController("sandboxTemplateController")
@RequestMapping("/sandbox/templates")
class TemplateController {

    private final Templates templates;
    private final Accounts accounts;
    private final TemplateDesk desk;
    private final TemplateReview review;
    private final Screens screens;

    TemplateController(
            Templates templates, Accounts accounts, TemplateDesk desk, TemplateReview review, Screens screens) {
        this.templates = templates;
        this.accounts = accounts;
        this.desk = desk;
        this.review = review;
        this.screens = screens;
    }

    /** @param account unset = the first */
    @GetMapping
    Page<TemplateView> list(@RequestParam(required = false) @Nullable String account) {
        var items = templates.of(accounts.named(account).id()).stream()
                .map(TemplateView::of)
                .toList();
        return new Page<>(items, null);
    }

    /**
     * Made in WhatsApp Manager, of which the business hears by webhook only.
     *
     * @param body as for the Graph API
     * @param status unset = it is looked at as any other
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TemplateView add(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable Status status,
            @RequestBody ObjectNode body) {
        var template = desk.create(accounts.named(account), body);
        screens.accountsChanged();
        return TemplateView.of(status == null ? template : review.decide(template, status, null));
    }

    /** Edited in WhatsApp Manager, and approved at once. */
    @PutMapping("/{id}")
    TemplateView edit(@PathVariable String id, @RequestBody ObjectNode body) {
        var template = known(id);
        desk.edit(template, body);
        return TemplateView.of(review.decide(template, Status.APPROVED, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        desk.delete(List.of(known(id)));
        screens.accountsChanged();
    }

    /** @param reason of a rejection, such as {@code SCAM} */
    record Decision(@Nullable Status status, @Nullable String reason) {}

    @PostMapping("/{id}/status")
    TemplateView decide(@PathVariable String id, @RequestBody Decision decision) {
        var template = known(id);
        if (decision.status() == null) {
            throw new BadRequest("status", "a decision has a status");
        }
        var decided = decision.status() == Status.PAUSED
                ? review.punish(template)
                : review.decide(template, decision.status(), decision.reason());
        return TemplateView.of(decided);
    }

    record Rating(@Nullable Quality score) {}

    @PostMapping("/{id}/quality")
    TemplateView rate(@PathVariable String id, @RequestBody Rating rating) {
        if (rating.score() == null) {
            throw new BadRequest("score", "a quality has a score");
        }
        return TemplateView.of(review.rate(known(id), rating.score()));
    }

    /** @param after business time until then; unset = it is done at once, without notice */
    record Move(@Nullable Category category, @Nullable Duration after) {}

    @PostMapping("/{id}/category")
    TemplateView categorise(@PathVariable String id, @RequestBody Move move) {
        if (move.category() == null) {
            throw new BadRequest("category", "a template has a category");
        }
        var template = known(id);
        return TemplateView.of(
                move.after() == null
                        ? review.categorise(template, move.category())
                        : review.announce(template, move.category(), move.after()));
    }

    private Template known(String id) {
        return templates.find(id).orElseThrow(() -> new NotFound("template " + id));
    }
}
