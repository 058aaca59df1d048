package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Quality;
import app.novelo.sandbox.internal.Template.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What Meta does with templates: looks at them, watches how people take them, pauses, disables, puts them elsewhere. */
@SandboxOnly
@Service("sandboxTemplateReview")
@Transactional
class TemplateReview {

    private static final Duration FIRST_PAUSE = Duration.ofHours(3);
    private static final Duration SECOND_PAUSE = Duration.ofHours(6);

    private final Templates templates;
    private final TemplateRows rows;
    private final TemplateNews news;
    private final Screens screens;
    private final Clock clock;

    TemplateReview(Templates templates, TemplateRows rows, TemplateNews news, Screens screens, Clock clock) {
        this.templates = templates;
        this.rows = rows;
        this.news = news;
        this.screens = screens;
        this.clock = clock;
    }

    /** @return whether there may be more to do at once */
    boolean portion() {
        var looked = templates.reviewed();
        for (var template : looked) {
            var verdict = TemplateVerdict.of(template);
            decide(template, verdict.status(), verdict.reason());
        }
        var rested = templates.rested(clock.instant());
        rested.forEach(this::unpause);
        var announced = templates.recategorised(clock.instant());
        announced.forEach(template -> categorise(template, Objects.requireNonNull(template.correctCategory())));
        return !looked.isEmpty();
    }

    /** @param reason of a rejection; null = none */
    Template decide(Template template, Status status, @Nullable String reason) {
        var decided = rows.decide(template, status, reason == null ? "NONE" : reason);
        news.status(decided, status.name(), status == Status.DISABLED ? "DISABLED" : "");
        screens.accountsChanged();
        return decided;
    }

    Template unpause(Template template) {
        var approved = rows.decide(template, Status.APPROVED, "NONE");
        news.status(approved, Status.APPROVED.name(), "UNPAUSE");
        screens.accountsChanged();
        return approved;
    }

    /** Bad quality pauses for three hours, then for six; the third time it is the end. */
    Template rate(Template template, Quality quality) {
        var rated = rows.rate(template, quality);
        if (quality != template.quality()) {
            news.quality(rated, template.quality());
        }
        screens.accountsChanged();
        return quality == Quality.RED && rated.status() == Status.APPROVED ? punish(rated) : rated;
    }

    Template punish(Template template) {
        if (template.pauses() >= 2) {
            return decide(template, Status.DISABLED, null);
        }
        var first = template.pauses() == 0;
        var paused = rows.pause(template, clock.instant().plus(first ? FIRST_PAUSE : SECOND_PAUSE));
        news.status(paused, Status.PAUSED.name(), first ? "FIRST_PAUSE" : "SECOND_PAUSE");
        screens.accountsChanged();
        return paused;
    }

    /** @param after business time until then; Meta gives notice of a day, or none to who was warned before */
    Template announce(Template template, Category category, Duration after) {
        var at = clock.instant().plus(after);
        var announced = rows.categorise(template, category, at);
        news.categoryWillChange(announced, category, at);
        screens.accountsChanged();
        return announced;
    }

    Template categorise(Template template, Category category) {
        var changed = rows.categorise(template, category, null);
        news.categoryChanged(changed, template.category());
        screens.accountsChanged();
        return changed;
    }
}
