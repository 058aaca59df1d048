package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Templates as people see them: managers all, everybody else those that can be sent now. */
@Component
class TemplateList {

    private static final String USABLE = " and status = 'APPROVED' and fillable and not doubted ";

    private final JdbcClient jdbc;
    private final TemplateCopies copies;
    private final TemplateLedger ledger;
    private final Lines lines;

    TemplateList(JdbcClient jdbc, TemplateCopies copies, TemplateLedger ledger, Lines lines) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.ledger = ledger;
        this.lines = lines;
    }

    /**
     * What is asked for.
     *
     * @param line those that it may send; null for all lines
     * @param status the channel's word; null for all but what is deleted
     * @param category the channel's word; null for all
     * @param language as the channel writes it; null for all
     * @param q a part of its name or body
     */
    record Question(
            @Nullable UUID line,
            @Nullable String status,
            @Nullable String category,
            @Nullable String language,
            @Nullable String q) {}

    /** @param after the last one of the page before */
    List<TemplateView> find(Caller caller, Question question, @Nullable UUID after, int most) {
        var all = lines.all();
        var last = after == null ? null : copies.find(after).orElseThrow(Page::notOurs);
        return jdbc.sql(
                        """
                        select * from channel.template
                        where account = any (:accounts)
                          and case when :status::text is null then status <> 'DELETED' else status = :status end
                          and (:category::text is null or category = :category)
                          and (:inLanguage::text is null or language = :inLanguage)
                          and (:q::text is null or name ilike :q or body ilike :q)
                          and (:last::uuid is null or (name, language, id) > (:name, :language, :last))"""
                                + (caller.isManager() ? " " : USABLE) + "order by name, language, id limit :most")
                .param("accounts", accounts(all, question.line))
                .param("status", question.status == null ? null : question.status.toUpperCase(Locale.ROOT))
                .param("category", question.category == null ? null : question.category.toUpperCase(Locale.ROOT))
                .param("inLanguage", question.language)
                .param("q", question.q == null ? null : "%" + question.q.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("last", after)
                .param("name", last == null ? null : last.meta().name())
                .param("language", last == null ? null : last.meta().language())
                .param("most", most)
                .query((row, n) -> TemplateView.of(copies.template(row), all, null))
                .list();
    }

    private static String[] accounts(List<Line> all, @Nullable UUID line) {
        if (line == null) {
            return all.stream().map(Line::accountId).distinct().toArray(String[]::new);
        }
        return all.stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .map(one -> new String[] {one.accountId()})
                .orElseThrow(() -> new BadRequest("line", "there is no such line"));
    }

    /** @throws NotFound if there is none, or the caller may not see it */
    StoredTemplate visible(Caller caller, UUID id) {
        return copies.find(id)
                .filter(template -> caller.isManager() || template.whyNot(template.form()) == null)
                .orElseThrow(() -> new NotFound("template " + id));
    }

    TemplateView one(Caller caller, UUID id) {
        return TemplateView.of(visible(caller, id), lines.all(), ledger.history(id));
    }
}
