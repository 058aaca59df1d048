package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.TemplateLedger.Change;
import app.novelo.channel.whatsapp.TemplateLedger.What;
import app.novelo.platform.BadRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What Meta allows because of what was before: names of deleted templates rest, and approved ones are rarely changed. What
 * was done in Meta's own tools we do not know: there Meta itself refuses.
 */
@Component
class TemplateHistoryLimits {

    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int A_MONTHS_EDITS = 10;
    private static final Set<String> EDITABLE = Set.of(MetaTemplate.APPROVED, "REJECTED", "PAUSED");
    private static final Set<String> GONE = Set.of(MetaTemplate.DELETED, "PENDING_DELETION");

    private final TemplateCopies copies;
    private final TemplateLedger ledger;
    private final Clock clock;

    TemplateHistoryLimits(TemplateCopies copies, TemplateLedger ledger, Clock clock) {
        this.copies = copies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws BadRequest if it exists, or is the name of one that was deleted not long ago */
    void mayBeCalledSo(String account, TemplateWish wish) {
        var others = copies.named(account, String.valueOf(wish.name()));
        var there = others.stream().filter(one -> !isGone(one)).toList();
        for (var one : there) {
            if (one.meta().language().equals(wish.language())) {
                throw new BadRequest("language", "there is one of this name in this language already");
            }
            if (!one.meta().category().equals(wish.category())) {
                throw new BadRequest(
                        "category",
                        "in all languages the same; this one is " + one.meta().category());
            }
        }
        others.stream()
                .filter(one -> isGone(one) && one.approvedAt() != null)
                .filter(one -> there.isEmpty() || one.meta().language().equals(wish.language()))
                .filter(one -> one.changedAt().plus(A_MONTH).isAfter(clock.instant()))
                .findFirst()
                .ifPresent(one -> {
                    throw new BadRequest(
                            there.isEmpty() ? "name" : "language",
                            "one of this name was deleted; it is free from %s on"
                                    .formatted(one.changedAt().plus(A_MONTH)));
                });
    }

    private static boolean isGone(StoredTemplate template) {
        return GONE.contains(template.meta().status());
    }

    /** @throws TemplateNotEditable if Meta would not have it changed now */
    void mayBeEdited(StoredTemplate template, TemplateWish change) {
        var meta = template.meta();
        same("name", change.name(), meta.name());
        same("language", change.language(), meta.language());
        if (!EDITABLE.contains(meta.status())) {
            throw TemplateNotEditable.inStatus(meta.status());
        }
        if (meta.status().equals(MetaTemplate.APPROVED)) {
            same("category", change.category(), meta.category());
            rarely(template);
        }
    }

    private static void same(String field, @Nullable String wanted, String is) {
        if (wanted != null && !wanted.equals(is)) {
            throw new BadRequest(field, "cannot be changed");
        }
    }

    private void rarely(StoredTemplate template) {
        var edits = ledger.history(template.id()).stream()
                .filter(change -> change.what() == What.EDITED && MetaTemplate.APPROVED.equals(change.before()))
                .map(Change::at)
                .toList();
        wait(edits, 1, A_DAY);
        wait(edits, A_MONTHS_EDITS, A_MONTH);
    }

    /** @param edits the newest first */
    private void wait(List<Instant> edits, int most, Duration time) {
        if (edits.size() >= most) {
            var again = edits.get(most - 1).plus(time);
            if (again.isAfter(clock.instant())) {
                throw TemplateNotEditable.before(again);
            }
        }
    }
}
