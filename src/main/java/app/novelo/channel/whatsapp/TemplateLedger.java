package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what becomes of templates: the copy, a line of its history and an event for each thing that has changed. */
@Component
class TemplateLedger {

    private final TemplateCopies copies;
    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    TemplateLedger(TemplateCopies copies, JdbcClient jdbc, Events events, Clock clock) {
        this.copies = copies;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What may change. */
    enum What {
        CREATED,
        STATUS,
        /** Meta has announced that it will be of another category. */
        CATEGORY_NOTICE,
        CATEGORY,
        QUALITY,
        /** Its words, buttons or variables. */
        CONTENT,
        /** One of us has handed in another version; the change itself follows. */
        EDITED
    }

    /**
     * One line of a template's history.
     *
     * @param reason in Meta's words
     * @param by our user; null for Meta, or somebody in Meta's own tools
     */
    record Change(
            Instant at,
            What what,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            @Nullable String by) {}

    /**
     * A template that was not known.
     *
     * @return its id
     */
    UUID add(String account, MetaTemplate told, @Nullable String by) {
        var id = UUID.randomUUID();
        if (copies.insert(id, account, told)) {
            write(id, What.CREATED, null, told.status(), told.rejectedReason(), by);
            return id;
        }
        var known = copies.find(account, told.name(), told.language()).orElseThrow();
        become(known, told, told.rejectedReason(), by);
        return known.id();
    }

    /** @param reason why, in Meta's words */
    void become(StoredTemplate old, MetaTemplate told, @Nullable String reason, @Nullable String by) {
        var news = news(old.meta(), told);
        copies.update(old, told, !news.isEmpty());
        news.forEach(one -> write(old.id(), one.what, one.before, one.after, reason, by));
    }

    /** @param template as it was before */
    void edited(StoredTemplate template, String by) {
        write(template.id(), What.EDITED, template.meta().status(), null, null, by);
    }

    private static List<News> news(MetaTemplate old, MetaTemplate now) {
        var news = new ArrayList<News>();
        compare(What.STATUS, old.status(), now.status(), news);
        compare(What.CATEGORY, old.category(), now.category(), news);
        if (now.correctCategory() != null && !now.correctCategory().equals(now.category())) {
            compare(What.CATEGORY_NOTICE, old.correctCategory(), now.correctCategory(), news);
        }
        compare(What.QUALITY, old.quality(), now.quality(), news);
        if (!words(old).equals(words(now))) {
            news.add(new News(What.CONTENT, null, null));
        }
        return news;
    }

    private static void compare(What what, @Nullable String before, @Nullable String after, List<News> news) {
        if (!Objects.equals(before, after)) {
            news.add(new News(what, before, after));
        }
    }

    /** Without the examples: the address of a file among them is another one each time. */
    private static JsonNode words(MetaTemplate template) {
        var components = template.components().deepCopy();
        components.findParents("example").forEach(part -> ((ObjectNode) part).remove("example"));
        return components;
    }

    private void write(
            UUID template,
            What what,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            @Nullable String by) {
        jdbc.sql(
                        """
                        insert into channel.template_change (template, at, what, before, after, reason, by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(template)
                .param(time(clock.instant()))
                .param(what.name())
                .param(before)
                .param(after)
                .param(reason)
                .param(by)
                .update();
        events.append("template.changed", Map.of("template", template.toString(), "what", what.name()));
    }

    /** @return the newest first */
    List<Change> history(UUID template) {
        return jdbc.sql("select * from channel.template_change where template = ? order by id desc")
                .param(template)
                .query((row, n) -> new Change(
                        Sql.instant(row, "at"),
                        What.valueOf(row.getString("what")),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("reason"),
                        row.getString("by")))
                .list();
    }

    private record News(What what, @Nullable String before, @Nullable String after) {}
}
