package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the company's account a few approved templates, once: what is deleted stays so. */
@SandboxOnly
@Component("sandboxSampleTemplates")
class SampleTemplates implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final TemplateRows rows;
    private final Clock clock;
    private final MetaJson json;

    SampleTemplates(JdbcClient jdbc, Accounts accounts, TemplateRows rows, Clock clock, MetaJson json) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.rows = rows;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        var account = accounts.first();
        if (hadAny(account)) {
            return;
        }
        var file = new ClassPathResource("sample-templates.json", SampleTemplates.class);
        for (var sample : json.list(file.getContentAsString(StandardCharsets.UTF_8))) {
            add(account, TemplateDraft.of((ObjectNode) sample));
        }
    }

    private boolean hadAny(Account account) {
        return jdbc.sql("select exists (select 1 from sandbox.template where account = ?)")
                .param(account.id())
                .query(Boolean.class)
                .single();
    }

    /** Nobody is told of them: they are there already when the company comes to Meta. */
    private void add(Account account, TemplateDraft draft) {
        TemplateRules.check(draft);
        rows.decide(rows.add(account, draft.worded(), clock.instant()), Template.Status.APPROVED, "NONE");
    }
}
