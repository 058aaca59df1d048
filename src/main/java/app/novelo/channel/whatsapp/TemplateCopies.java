package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Our copies of templates as the database keeps them; none is ever removed. */
@Component
class TemplateCopies {

    private static final String SELECT = "select * from channel.template ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TemplateCopies(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<StoredTemplate> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> template(row))
                .optional();
    }

    Optional<StoredTemplate> find(String account, String name, String language) {
        return jdbc.sql(SELECT + "where account = ? and name = ? and language = ?")
                .param(account)
                .param(name)
                .param(language)
                .query((row, n) -> template(row))
                .optional();
    }

    Optional<StoredTemplate> findByProviderId(String account, String providerId) {
        return jdbc.sql(SELECT + "where account = ? and provider_id = ? order by changed_at desc limit 1")
                .param(account)
                .param(providerId)
                .query((row, n) -> template(row))
                .optional();
    }

    /** All languages. */
    List<StoredTemplate> named(String account, String name) {
        return jdbc.sql(SELECT + "where account = ? and name = ? order by language")
                .param(account)
                .param(name)
                .query((row, n) -> template(row))
                .list();
    }

    /**
     * Locks those of an account that a pull may speak about.
     *
     * @param since technical time: what was touched later is not among them
     */
    List<StoredTemplate> untouchedSince(String account, Instant since) {
        return jdbc.sql(SELECT + "where account = ? and touched_at < ? order by id for update")
                .param(account)
                .param(time(since))
                .query((row, n) -> template(row))
                .list();
    }

    /** Locks one, so that its news come one after the other. */
    void lock(UUID id) {
        jdbc.sql("select id from channel.template where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    /** @return false if there is one of that name and language already */
    boolean insert(UUID id, String account, MetaTemplate told) {
        return write(
                                """
                        insert into channel.template (id, account, provider_id, name, language, category, status, quality,
                          rejected_reason, correct_category, parameter_format, components, body, fillable, approved_at,
                          changed_at)
                        values (:id, :account, :providerId, :name, :language, :category, :status, :quality, :reason, :correct,
                          :format, :components, :body, :fillable, case when :status = 'APPROVED' then :at::timestamptz end, :at)
                        on conflict do nothing""",
                                told)
                        .param("id", id)
                        .param("account", account)
                        .param("name", told.name())
                        .param("language", told.language())
                        .update()
                == 1;
    }

    /** What was written is as fresh as Meta's own. @param isNews something of it has changed for people */
    void update(StoredTemplate old, MetaTemplate told, boolean isNews) {
        write(
                        """
                        update channel.template set provider_id = :providerId, category = :category, status = :status,
                          quality = :quality, rejected_reason = :reason, correct_category = :correct,
                          parameter_format = :format, components = :components, body = :body, fillable = :fillable,
                          approved_at = case when :status = 'APPROVED' then coalesce(case when :same then approved_at end, :at)
                            when :same then approved_at end,
                          changed_at = case when :news then :at else changed_at end, touched_at = now()
                        where id = :id""",
                        told)
                .param("same", old.meta().providerId().equals(told.providerId()))
                .param("news", isNews)
                .param("id", old.id())
                .update();
    }

    void doubt(UUID id, boolean doubted) {
        jdbc.sql("update channel.template set doubted = ?, touched_at = now() where id = ?")
                .param(doubted)
                .param(id)
                .update();
    }

    private StatementSpec write(String sql, MetaTemplate told) {
        var form = TemplateReader.form(told);
        return jdbc.sql(sql)
                .param("providerId", told.providerId())
                .param("category", told.category())
                .param("status", told.status())
                .param("quality", told.quality())
                .param("reason", told.rejectedReason())
                .param("correct", told.correctCategory())
                .param("format", told.parameterFormat())
                .param("components", told.components().toString())
                .param("body", form.body().source())
                .param("fillable", form.isFillable())
                .param("at", time(clock.instant()));
    }

    StoredTemplate template(ResultSet row) throws SQLException {
        var meta = new MetaTemplate(
                row.getString("provider_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("category"),
                row.getString("status"),
                row.getString("quality"),
                row.getString("rejected_reason"),
                row.getString("correct_category"),
                row.getString("parameter_format"),
                components(row.getString("components")));
        return new StoredTemplate(
                row.getObject("id", UUID.class),
                row.getString("account"),
                meta,
                row.getBoolean("doubted"),
                Sql.instantOrNull(row, "approved_at"),
                Sql.instant(row, "changed_at"));
    }

    private JsonNode components(String column) {
        try {
            return json.readTree(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column holds what was JSON", e);
        }
    }
}
