package app.novelo.channel.whatsapp;

import app.novelo.channel.AccountNotice;
import app.novelo.channel.NoticeHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What Meta tells of templates. Of one that we do not know, or of which it tells something that our copy cannot take over as
 * it is, all are pulled.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update">Meta,
 *     message_template_status_update, and its neighbours</a>
 */
@Component
class TemplateNotices implements NoticeHandler {

    private static final String STATUS = "message_template_status_update";
    private static final String QUALITY = "message_template_quality_update";
    private static final String COMPONENTS = "message_template_components_update";
    private static final String CATEGORY = "template_category_update";

    /** It may be sent again, whatever it had been before. */
    private static final String REINSTATED = "REINSTATED";

    /** It is as it was before it was put away, and the notice does not tell how that was. */
    private static final String UNARCHIVED = "UNARCHIVED";

    private static final int LONGEST_WORD = 100;

    private final TemplateCopies copies;
    private final TemplateLedger ledger;
    private final WantedSyncs syncs;

    TemplateNotices(TemplateCopies copies, TemplateLedger ledger, WantedSyncs syncs) {
        this.copies = copies;
        this.ledger = ledger;
        this.syncs = syncs;
    }

    @Override
    public Set<String> fields() {
        return Set.of(STATUS, QUALITY, COMPONENTS, CATEGORY);
    }

    @Override
    public void handle(AccountNotice notice) {
        var known = find(notice).map(this::locked).filter(template -> !isGone(template));
        if (known.isEmpty()) {
            syncs.want(notice.account());
            return;
        }
        var template = known.get();
        switch (notice.field()) {
            case STATUS -> status(template, notice.value());
            case QUALITY -> quality(template, notice.value());
            case CATEGORY -> category(template, notice.value());
            default -> words(template, notice.value());
        }
    }

    private Optional<StoredTemplate> find(AccountNotice notice) {
        var id = Fields.id(notice.value().path("message_template_id"));
        if (id != null) {
            return copies.findByProviderId(notice.account(), id);
        }
        var name = Fields.text(notice.value().path("message_template_name"));
        var language = Fields.text(notice.value().path("message_template_language"));
        return name == null || language == null ? Optional.empty() : copies.find(notice.account(), name, language);
    }

    private StoredTemplate locked(StoredTemplate template) {
        copies.lock(template.id());
        return copies.find(template.id()).orElseThrow();
    }

    /** A word from before comes late. */
    private static boolean isGone(StoredTemplate template) {
        return template.meta().status().equals(MetaTemplate.DELETED);
    }

    private void status(StoredTemplate template, JsonNode value) {
        var event = word(value.path("event"));
        if (event == null || event.equals(UNARCHIVED)) {
            compare(template);
            return;
        }
        var now = event.equals(REINSTATED) ? MetaTemplate.APPROVED : event;
        var reason = MetaTemplate.reason(value.path("reason"));
        ledger.become(
                template,
                template.meta().withStatus(now, now.equals("REJECTED") ? reason : null),
                why(value, reason),
                null);
    }

    /** @return what tells most */
    private static @Nullable String why(JsonNode value, @Nullable String reason) {
        var more = Fields.text(
                value.path("rejection_info").path("reason"),
                value.path("other_info").path("title"));
        return more == null ? reason : reason == null ? more : reason + ": " + more;
    }

    private void quality(StoredTemplate template, JsonNode value) {
        var score = word(value.path("new_quality_score"));
        if (score == null) {
            compare(template);
        } else {
            ledger.become(template, template.meta().withQuality(score), null, null);
        }
    }

    /** Announced first, as a rule, and done a day later. */
    private void category(StoredTemplate template, JsonNode value) {
        var now = word(value.path("new_category"));
        var announced = word(value.path("correct_category"));
        if (now == null && announced == null) {
            compare(template);
        } else {
            ledger.become(
                    template,
                    template.meta().withCategory(now == null ? template.meta().category() : now, announced),
                    null,
                    null);
        }
    }

    /** The notice holds neither examples nor all buttons. One that comes after we have seen the same changes nothing. */
    private void words(StoredTemplate template, JsonNode value) {
        if (saysTheSame(template.form(), value)) {
            syncs.want(template.account());
        } else {
            compare(template);
        }
    }

    private static boolean saysTheSame(TemplateForm form, JsonNode value) {
        var title = form.head() == null ? "" : form.head().text().source();
        return form.body()
                        .source()
                        .equals(value.path("message_template_element").asText())
                && title.equals(value.path("message_template_title").asText())
                && Objects.requireNonNullElse(form.footer(), "")
                        .equals(value.path("message_template_footer").asText());
    }

    /** Not sent until it has been compared. */
    private void compare(StoredTemplate template) {
        copies.doubt(template.id(), true);
        syncs.want(template.account());
    }

    private static @Nullable String word(JsonNode node) {
        var word = Fields.text(node);
        return word == null || word.length() > LONGEST_WORD ? null : word.toUpperCase(Locale.ROOT);
    }
}
