package app.novelo.desk.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people can do besides speaking languages, as tables name it: somebody has a skill or has not. */
@RestController
@RequestMapping("/api/v1/skills")
class SkillController {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final JdbcClient jdbc;
    private final DeskNews news;

    SkillController(JdbcClient jdbc, DeskNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @GetMapping
    Page<Skill> list() {
        return new Page<>(
                jdbc.sql(
                                """
                                select id, name, (select count(*) from desk.agent where active and s.id = any (skills)) as agents
                                from desk.skill s order by name""")
                        .query(Skill.class)
                        .list(),
                null);
    }

    /** Makes it, or gives it another name. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    Skill add(@RequestBody ObjectNode body) {
        Callers.managersOnly();
        var wish = new Wish(body, Set.of("id", "name"));
        var id = wish.needed("id", 40);
        if (!ID.matcher(id).matches()) {
            throw new BadRequest("id", "small letters, digits and hyphens, such as gas-heating");
        }
        var name = wish.needed("name", 100);
        jdbc.sql("insert into desk.skill (id, name) values (?, ?) on conflict (id) do update set name = excluded.name")
                .param(id)
                .param(name)
                .update();
        news.tell("skill.changed", "skill", id);
        return new Skill(id, name, 0);
    }

    /** Nobody has it any more. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void remove(@PathVariable String id) {
        Callers.managersOnly();
        if (jdbc.sql("delete from desk.skill where id = ?").param(id).update() == 0) {
            throw new NotFound("skill " + id);
        }
        jdbc.sql("update desk.agent set skills = array_remove(skills, :id) where :id = any (skills)")
                .param("id", id)
                .update();
        news.tell("skill.changed", "skill", id);
    }

    /** @param agents how many have it */
    record Skill(String id, String name, int agents) {}
}
