package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Lines;
import app.novelo.platform.Remembered;
import app.novelo.platform.SecretUnreadable;
import app.novelo.platform.Secrets;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tokens of business accounts: one that was given through the API, sealed in {@code channel.account}, else the settings'.
 * Whichever was given last counts: another token in the settings than at that time is newer.
 */
@Component
class AccountTokens implements Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccountTokens.class);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final GraphEndpoint endpoint;
    private final Wakeups wakeups;
    private final Clock clock;
    private final Remembered<Map<String, String>> given;

    AccountTokens(JdbcClient jdbc, Secrets secrets, GraphEndpoint endpoint, Wakeups wakeups, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.endpoint = endpoint;
        this.wakeups = wakeups;
        this.clock = clock;
        this.given = new Remembered<>(wakeups, Lines.CHANGED, this::read);
    }

    @Override
    public String of(String account) {
        return given.get().getOrDefault(account, endpoint.token());
    }

    @Override
    public String anew(String account) {
        return given.anew().getOrDefault(account, endpoint.token());
    }

    private Map<String, String> read() {
        return jdbc
                .sql("select id, token from channel.account where channel = ? and token is not null")
                .param(WhatsAppSplitter.CHANNEL)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> open(row.getKey(), row.getValue())));
    }

    /** What does not open is no token: the line stops visibly, and others go on. */
    private String open(String account, String token) {
        try {
            return secrets.open(place(account), token);
        } catch (SecretUnreadable e) {
            LOG.error("the token of account {} does not open: {}", account, e.getMessage());
            return "";
        }
    }

    private static String place(String account) {
        return "channel.account " + account;
    }

    /** @return false if there is no such account */
    boolean give(String account, String token, String by) {
        int given = jdbc.sql(
                        """
                        update channel.account set token = ?, token_at = ?, token_by = ?, token_instead = ?
                        where id = ? and channel = ?""")
                .param(secrets.seal(place(account), token))
                .param(time(clock.instant()))
                .param(by)
                .param(DigestUtils.sha256Hex(endpoint.token()))
                .param(account)
                .param(WhatsAppSplitter.CHANNEL)
                .update();
        wakeups.signal(Lines.CHANGED);
        return given > 0;
    }

    /** At start, before anything is sent. @param account that of the settings */
    void giveWayToNewerSettings(String account) {
        int older = endpoint.token().isEmpty() ? 0 : forgetUnlessGivenInsteadOf(endpoint.token(), account);
        if (older > 0) {
            LOG.info(
                    "the settings have a token newer than the one that account {} got through the API: it counts",
                    account);
        }
    }

    private int forgetUnlessGivenInsteadOf(String token, String account) {
        return jdbc.sql(
                        """
                        update channel.account set token = null, token_at = null, token_by = null, token_instead = null
                        where id = ? and token is not null and token_instead <> ?""")
                .param(account)
                .param(DigestUtils.sha256Hex(token))
                .update();
    }
}
