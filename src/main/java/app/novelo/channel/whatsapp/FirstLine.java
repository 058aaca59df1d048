package app.novelo.channel.whatsapp;

import app.novelo.platform.SandboxMode;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Writes the lines of the settings down at start; a changed display number, unless people have given the line another one,
 * or account is taken over.
 */
@Component
class FirstLine implements InitializingBean {

    private static final String SANDBOX_NUMBER_ID = "100000000000001";
    private static final String SANDBOX_ACCOUNT = "900000000000001";
    private static final String SANDBOX_DISPLAY = "+55 11 4000-1000";
    private static final Map<String, String> SANDBOX_FURTHER = Map.of("100000000000002", "+55 11 4000-2000");

    private final WhatsAppSettings settings;
    private final FurtherLines further;
    private final SandboxMode sandbox;
    private final AccountTokens tokens;
    private final JdbcClient jdbc;

    FirstLine(
            WhatsAppSettings settings,
            FurtherLines further,
            SandboxMode sandbox,
            AccountTokens tokens,
            JdbcClient jdbc) {
        this.settings = settings;
        this.further = further;
        this.sandbox = sandbox;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        var number = or(settings.phoneNumberId(), SANDBOX_NUMBER_ID);
        if (!number.isEmpty()) {
            keep(number, display(number));
        }
        further().forEach(this::keep);
        tokens.giveWayToNewerSettings(account());
    }

    private String account() {
        return or(settings.businessAccountId(), SANDBOX_ACCOUNT);
    }

    private void keep(String number, String display) {
        jdbc.sql("insert into channel.account (id, channel) values (?, ?) on conflict do nothing")
                .param(account())
                .param(WhatsAppSplitter.CHANNEL)
                .update();
        jdbc.sql(
                        """
                        insert into channel.line (id, channel, provider_id, display, account_id) values (?, ?, ?, ?, ?)
                        on conflict (channel, provider_id) do update set
                          display = case when line.display_given then line.display else excluded.display end,
                          account_id = excluded.account_id""")
                .param(UUID.randomUUID())
                .param(WhatsAppSplitter.CHANNEL)
                .param(number)
                .param(display)
                .param(account())
                .update();
    }

    private Map<String, String> further() {
        var named = further.furtherLines();
        return named.isEmpty() && sandbox.on() ? SANDBOX_FURTHER : named;
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
