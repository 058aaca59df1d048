package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Company;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The company's numbers: those of the settings, and what a script adds. */
@SandboxOnly
@Repository
class CompanyLines implements InitializingBean {

    private final JdbcClient jdbc;
    private final CompanyLine company;
    private final Company name;

    CompanyLines(JdbcClient jdbc, CompanyLine company, Company name) {
        this.jdbc = jdbc;
        this.company = company;
        this.name = name;
    }

    @Override
    public void afterPropertiesSet() {
        keep(first());
        company.furtherLines().forEach(this::keep);
    }

    Line first() {
        return new Line(company.phoneNumberId(), company.displayNumber(), company.businessAccountId());
    }

    Optional<Line> find(String id) {
        return jdbc.sql("select id, display, account from sandbox.line where id = ?")
                .param(id)
                .query(Line.class)
                .optional();
    }

    /** @param id as a script or the page names it; null = the first */
    Line named(@Nullable String id) {
        return id == null ? first() : find(id).orElseThrow(() -> new BadRequest("line", "there is no such line"));
    }

    List<Line> all() {
        return jdbc.sql("select id, display, account from sandbox.line order by id <> ?, position")
                .param(company.phoneNumberId())
                .query(Line.class)
                .list();
    }

    /** @param display null = one is made up */
    Line add(Account account, @Nullable String display) {
        var id = jdbc.sql("select max(id::bigint) + 1 from sandbox.line")
                .query(String.class)
                .single();
        var number = display == null ? "+55 11 4%03d-1000".formatted(Long.parseLong(id) % 1000) : display;
        var line = new Line(id, number, account.id());
        keep(line);
        return line;
    }

    private void keep(Line line) {
        jdbc.sql(
                        """
                        insert into sandbox.line (id, display, account, verified_name) values (?, ?, ?, ?)
                        on conflict (id) do update set display = excluded.display, account = excluded.account""")
                .params(line.id(), line.display(), line.account(), name.name())
                .update();
    }
}
