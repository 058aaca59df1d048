package app.novelo.sandbox.internal;

import app.novelo.platform.Wakeups;
import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Status;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a business brings its templates, changes and withdraws them, with Meta's limits. */
@SandboxOnly
@Service("sandboxTemplateDesk")
@Transactional
class TemplateDesk {

    /** Signalled when there is something to review. */
    static final String TOPIC = "sandbox.template";

    private static final int MOST = 250;
    private static final int MOST_AN_HOUR = 100;
    private static final Duration BLOCKED = Duration.ofDays(30);
    private static final Set<Status> EDITABLE = Set.of(Status.APPROVED, Status.REJECTED, Status.PAUSED);
    private static final int EDITS_A_DAY = 1;
    private static final int EDITS_A_MONTH = 10;

    private final Templates templates;
    private final TemplateRows rows;
    private final TemplateNews news;
    private final Accounts accounts;
    private final Uploads uploads;
    private final Clock clock;
    private final Wakeups wakeups;
    private final Map<String, Bucket> rates = new ConcurrentHashMap<>();

    TemplateDesk(
            Templates templates,
            TemplateRows rows,
            TemplateNews news,
            Accounts accounts,
            Uploads uploads,
            Clock clock,
            Wakeups wakeups) {
        this.templates = templates;
        this.rows = rows;
        this.news = news;
        this.accounts = accounts;
        this.uploads = uploads;
        this.clock = clock;
        this.wakeups = wakeups;
    }

    Template create(Account account, ObjectNode body) {
        hurryNot(account);
        var draft = TemplateDraft.of(body);
        TemplateRules.check(draft);
        samples(draft.components());
        place(account, draft);
        var template = rows.add(account, draft.worded(), clock.instant());
        review(template);
        return template;
    }

    private void hurryNot(Account account) {
        var now = System.nanoTime();
        var rate = rates.computeIfAbsent(
                account.id(),
                id -> new Bucket(
                        MOST_AN_HOUR,
                        MOST_AN_HOUR / (double) Duration.ofHours(1).toSeconds(),
                        now));
        if (!rate.take(now)) {
            throw GraphError.of(80007);
        }
    }

    private void place(Account account, TemplateDraft draft) {
        var others = templates.named(account.id(), draft.name());
        if (others.stream().anyMatch(other -> other.language().equals(draft.language()))) {
            throw TemplateErrors.exists(draft.language());
        }
        if (!others.isEmpty() && others.get(0).category() != TemplateVerdict.category(draft)) {
            throw TemplateErrors.otherCategory(draft.category());
        }
        if (templates.wasDeletedSince(account, draft, clock.instant().minus(BLOCKED))) {
            throw TemplateErrors.beingDeleted(draft.language());
        }
        if (templates.count(account.id()) >= MOST) {
            throw TemplateErrors.tooMany();
        }
    }

    /** A header's sample was uploaded before, as what the header is. */
    private void samples(ArrayNode components) {
        for (var component : components) {
            var handle = component.path("example").path("header_handle").path(0).asText();
            if (!handle.isEmpty()
                    && !uploads.is(handle, component.path("format").asText())) {
                throw TemplateErrors.handle();
            }
        }
    }

    private void review(Template template) {
        var millis = accounts.find(template.account()).orElseThrow().reviewMillis();
        rows.review(template, TemplateVerdict.comes(template.name()) ? millis : null);
        wakeups.signal(TOPIC);
    }

    Template edit(Template template, ObjectNode body) {
        if (!EDITABLE.contains(template.status())) {
            throw TemplateErrors.fixed();
        }
        var category = TemplateDraft.one(Category.class, body, "category", template.category());
        if (template.status() == Status.APPROVED) {
            countEdit(template, category);
        }
        var components = template.components();
        if (body.has("components")) {
            components = TemplateDraft.components(body);
            TemplateRules.check(category, template.format(), components);
            samples(components);
            components = TemplateDraft.worded(category, template.language(), components);
        }
        var edited = rows.rewrite(template, components, category);
        review(edited);
        news.components(edited);
        return edited;
    }

    private void countEdit(Template template, Category category) {
        if (category != template.category()) {
            throw TemplateErrors.fixedCategory();
        }
        var now = clock.instant();
        if (templates.editsSince(template, now.minus(Duration.ofDays(1))) >= EDITS_A_DAY
                || templates.editsSince(template, now.minus(BLOCKED)) >= EDITS_A_MONTH) {
            throw TemplateErrors.editedTooOften();
        }
        rows.edited(template, now);
    }

    void delete(List<Template> gone) {
        for (var template : gone) {
            rows.delete(template, clock.instant());
            news.status(template, Status.DELETED.name(), "");
        }
    }
}
