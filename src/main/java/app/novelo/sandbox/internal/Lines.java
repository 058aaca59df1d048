package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The company's numbers: those of the settings, and what a script adds. */
@SandboxOnly
@Repository
class Lines implements InitializingBean {

    private final JdbcClient jdbc;
    private final CompanyLine company;

    Lines(JdbcClient jdbc, CompanyLine company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    @Override
    public void afterPropertiesSet() {
        keep(first());
        company.furtherLines().forEach(this::keep);
    }

    Line first() {
        return new Line(company.phoneNumberId(), company.displayNumber());
    }

    Optional<Line> find(String id) {
        return jdbc.sql("select id, display from sandbox.line where id = ?")
                .param(id)
                .query(Line.class)
                .optional();
    }

    /** @param id as a script or the page names it; null = the first */
    Line named(@Nullable String id) {
        return id == null ? first() : find(id).orElseThrow(() -> new BadRequest("line", "there is no such line"));
    }

    List<Line> all() {
        return jdbc.sql("select id, display from sandbox.line order by id <> ?, position")
                .param(company.phoneNumberId())
                .query(Line.class)
                .list();
    }

    /** @param display null = one is made up */
    Line add(@Nullable String display) {
        var id = jdbc.sql("select max(id::bigint) + 1 from sandbox.line")
                .query(String.class)
                .single();
        var line = new Line(id, display == null ? "+55 11 4%03d-1000".formatted(Long.parseLong(id) % 1000) : display);
        keep(line);
        return line;
    }

    private void keep(Line line) {
        jdbc.sql(
                        """
                        insert into sandbox.line (id, display) values (?, ?)
                        on conflict (id) do update set display = excluded.display""")
                .params(line.id(), line.display())
                .update();
    }
}
