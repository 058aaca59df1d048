package app.novelo.platform.internal;

import app.novelo.platform.SandboxMode;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps invented customers and a moved clock out of real business: a database that was once a sandbox stays one. */
@Component
class SandboxMark implements InitializingBean {

    private static final String MARK = "sandbox";

    private final JdbcClient jdbc;
    private final SandboxMode sandbox;

    SandboxMark(JdbcClient jdbc, SandboxMode sandbox) {
        this.jdbc = jdbc;
        this.sandbox = sandbox;
    }

    @Override
    public void afterPropertiesSet() {
        if (sandbox.on()) {
            jdbc.sql("insert into platform.mark (name) values (?) on conflict do nothing")
                    .param(MARK)
                    .update();
        } else if (isMarked()) {
            throw new StartRefused(
                    "This database was used as a sandbox. Its customers are invented and its clock may have been moved,"
                            + " so it cannot serve a real WhatsApp number.",
                    "Name an empty database (NOVELO_DATABASE_URL) or another data folder (NOVELO_DATA_DIR). To open the"
                            + " sandbox again, unset WHATSAPP_ACCESS_TOKEN and WHATSAPP_API_BASE_URL.");
        }
    }

    private boolean isMarked() {
        return jdbc.sql("select exists (select from platform.mark where name = ?)")
                .param(MARK)
                .query(Boolean.class)
                .single();
    }
}
