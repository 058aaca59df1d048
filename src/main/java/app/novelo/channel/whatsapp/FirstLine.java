package app.novelo.channel.whatsapp;

import app.novelo.platform.SandboxMode;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Writes the line of the settings down at start; a changed display number or account is taken over. */
@Component
class FirstLine implements InitializingBean {

    private static final String SANDBOX_NUMBER_ID = "100000000000001";
    private static final String SANDBOX_ACCOUNT = "900000000000001";
    private static final String SANDBOX_DISPLAY = "+55 11 4000-1000";

    private final WhatsAppSettings settings;
    private final SandboxMode sandbox;
    private final JdbcClient jdbc;

    FirstLine(WhatsAppSettings settings, SandboxMode sandbox, JdbcClient jdbc) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        var number = or(settings.phoneNumberId(), SANDBOX_NUMBER_ID);
        if (number.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into channel.line (id, channel, provider_id, display, account_id) values (?, ?, ?, ?, ?)
                        on conflict (channel, provider_id) do update set display = excluded.display,
                          account_id = excluded.account_id""")
                .param(UUID.randomUUID())
                .param(WhatsAppSplitter.CHANNEL)
                .param(number)
                .param(display(number))
                .param(or(settings.businessAccountId(), SANDBOX_ACCOUNT))
                .update();
    }

    private String display(String number) {
        return StringUtils.hasText(settings.displayNumber())
                ? settings.displayNumber()
                : sandbox.on() ? SANDBOX_DISPLAY : number;
    }

    private String or(String named, String ofSandbox) {
        return StringUtils.hasText(named) ? named : sandbox.on() ? ofSandbox : named;
    }
}
