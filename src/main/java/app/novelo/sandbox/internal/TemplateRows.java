package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Quality;
import app.novelo.sandbox.internal.Template.Status;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down what becomes of templates. */
@SandboxOnly
@Repository("sandboxTemplateRows")
class TemplateRows {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Fifteen digits: more than a short integer holds, and less than a JavaScript number loses. */
    private static final long FIRST_ID = 100_000_000_000_000L;

    private final JdbcClient jdbc;
    private final MetaJson json;
    private final Templates templates;

    TemplateRows(JdbcClient jdbc, MetaJson json, Templates templates) {
        this.jdbc = jdbc;
        this.json = json;
        this.templates = templates;
    }

    /** @param at business time */
    Template add(Account account, TemplateDraft draft, Instant at) {
        var id = Long.toString(RANDOM.nextLong(FIRST_ID, FIRST_ID * 10));
        jdbc.sql(
                        """
                        insert into sandbox.template (id, account, name, language, category, status, reason, format,
                          components, quality, pauses, approved_once, at)
                        values (?, ?, ?, ?, ?, 'PENDING', 'NONE', ?, ?, 'UNKNOWN', 0, false, ?)""")
                .param(id)
                .param(account.id())
                .param(draft.name())
                .param(draft.language())
                .param(draft.category().name())
                .param(draft.format().name())
                .param(json.text(draft.components()))
                .param(time(at))
                .update();
        return templates.find(id).orElseThrow();
    }

    void delete(Template template, Instant at) {
        jdbc.sql("update sandbox.template set status = 'DELETED', deleted_at = ?, due_at = null where id = ?")
                .params(time(at), template.id())
                .update();
    }

    /** Whatever was due is no longer. @param reason of a rejection */
    Template decide(Template template, Status status, String reason) {
        jdbc.sql(
                        """
                        update sandbox.template set status = :status, reason = :reason, due_at = null, paused_until = null,
                          approved_once = approved_once or :status = 'APPROVED' where id = :id""")
                .param("status", status.name())
                .param("reason", reason)
                .param("id", template.id())
                .update();
        return now(template);
    }

    Template pause(Template template, Instant until) {
        jdbc.sql("update sandbox.template set status = 'PAUSED', pauses = pauses + 1, paused_until = ? where id = ?")
                .params(time(until), template.id())
                .update();
        return now(template);
    }

    Template rate(Template template, Quality quality) {
        jdbc.sql("update sandbox.template set quality = ? where id = ?")
                .params(quality.name(), template.id())
                .update();
        return now(template);
    }

    /** @param at when it will be that; null = it is now */
    Template categorise(Template template, Category category, @Nullable Instant at) {
        var change = at == null
                ? "previous_category = category, category = :category, correct_category = null, category_at = null"
                : "correct_category = :category, category_at = :at";
        jdbc.sql("update sandbox.template set %s where id = :id".formatted(change))
                .param("category", category.name())
                .param("at", at == null ? null : time(at))
                .param("id", template.id())
                .update();
        return now(template);
    }

    Template rewrite(Template template, ArrayNode components, Category category) {
        jdbc.sql("update sandbox.template set components = ?, category = ? where id = ?")
                .params(json.text(components), category.name(), template.id())
                .update();
        return now(template);
    }

    /** @param millis real time until Meta has looked at it; null = until a script says so */
    void review(Template template, @Nullable Integer millis) {
        jdbc.sql(
                        """
                        update sandbox.template set status = 'PENDING', reason = 'NONE', paused_until = null,
                          due_at = clock_timestamp() + cast(? as integer) * interval '1 millisecond' where id = ?""")
                .param(millis)
                .param(template.id())
                .update();
    }

    void edited(Template template, Instant at) {
        jdbc.sql("insert into sandbox.template_edit (template, at) values (?, ?)")
                .params(template.id(), time(at))
                .update();
    }

    private Template now(Template template) {
        return templates.find(template.id()).orElse(template);
    }
}
