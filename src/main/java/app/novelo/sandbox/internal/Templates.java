package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.instantOrNull;
import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Quality;
import app.novelo.sandbox.internal.Template.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The templates of all accounts. */
@SandboxOnly
@Repository("sandboxTemplates")
class Templates {

    private static final String SELECT =
            """
            select id, account, name, language, category, previous_category, correct_category, status, reason, format,
              components, quality, pauses, paused_until, at, position from sandbox.template
            """;

    private final JdbcClient jdbc;
    private final MetaJson json;

    Templates(JdbcClient jdbc, MetaJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Template> find(String id) {
        return jdbc.sql(SELECT + "where id = ? and deleted_at is null")
                .param(id)
                .query((row, n) -> template(row))
                .optional();
    }

    Optional<Template> find(String account, String name, String language) {
        return jdbc.sql(SELECT + "where account = ? and name = ? and language = ? and deleted_at is null")
                .params(account, name, language)
                .query((row, n) -> template(row))
                .optional();
    }

    /** @return all languages of a name */
    List<Template> named(String account, String name) {
        return jdbc.sql(SELECT + "where account = ? and name = ? and deleted_at is null order by position")
                .params(account, name)
                .query((row, n) -> template(row))
                .list();
    }

    /** @return newest first */
    List<Template> of(String account) {
        return jdbc.sql(SELECT + "where account = ? and deleted_at is null order by position desc")
                .param(account)
                .query((row, n) -> template(row))
                .list();
    }

    int count(String account) {
        return jdbc.sql("select count(*) from sandbox.template where account = ? and deleted_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** @return whether one of this name, approved once, was deleted after this time */
    boolean wasDeletedSince(Account account, TemplateDraft draft, Instant since) {
        return jdbc.sql(
                        """
                        select exists (select 1 from sandbox.template where account = ? and name = ? and language = ?
                          and approved_once and deleted_at > ?)""")
                .params(account.id(), draft.name(), draft.language(), time(since))
                .query(Boolean.class)
                .single();
    }

    List<Template> reviewed() {
        return jdbc.sql(SELECT + "where due_at <= clock_timestamp() and deleted_at is null order by due_at limit 50")
                .query((row, n) -> template(row))
                .list();
    }

    /** @return those whose pause is over */
    List<Template> rested(Instant now) {
        return jdbc.sql(SELECT + "where paused_until <= ? and deleted_at is null limit 50")
                .param(time(now))
                .query((row, n) -> template(row))
                .list();
    }

    /** @return those whose announced change of category is due */
    List<Template> recategorised(Instant now) {
        return jdbc.sql(SELECT + "where category_at <= ? and deleted_at is null limit 50")
                .param(time(now))
                .query((row, n) -> template(row))
                .list();
    }

    int editsSince(Template template, Instant since) {
        return jdbc.sql("select count(*) from sandbox.template_edit where template = ? and at > ?")
                .params(template.id(), time(since))
                .query(Integer.class)
                .single();
    }

    private Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                row.getString("language"),
                Category.valueOf(row.getString("category")),
                category(row, "previous_category"),
                category(row, "correct_category"),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                Template.Format.valueOf(row.getString("format")),
                json.list(row.getString("components")),
                Quality.valueOf(row.getString("quality")),
                row.getInt("pauses"),
                instantOrNull(row, "paused_until"),
                Sql.instant(row, "at"));
    }

    private static @Nullable Category category(ResultSet row, String column) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Category.valueOf(name);
    }
}
