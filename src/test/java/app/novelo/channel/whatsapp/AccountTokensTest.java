package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.SandboxMode;
import app.novelo.platform.SecretUnreadable;
import app.novelo.platform.Secrets;
import app.novelo.platform.Wakeups;
import app.novelo.support.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which token an account is served with. */
class AccountTokensTest {

    private final JdbcClient jdbc = JdbcClient.create(Database.fresh());
    private final List<Runnable> nodes = new ArrayList<>();

    @BeforeEach
    void twoAccountsAreThere() {
        jdbc.sql(
                        """
                        create schema channel;
                        create table channel.account (id text primary key, channel text not null, token text,
                          token_at timestamptz, token_by text, token_instead text);
                        insert into channel.account (id, channel) values ('A', 'whatsapp'), ('B', 'whatsapp')""")
                .update();
    }

    @Test
    void isThatOfTheSettingsUntilTheAccountHasOneOfItsOwn() {
        var tokens = start("of-settings");
        assertThat(tokens.of("A")).isEqualTo("of-settings");

        assertThat(tokens.give("B", "of-b", "marta")).isTrue();

        assertThat(tokens.of("A")).isEqualTo("of-settings");
        assertThat(tokens.of("B")).isEqualTo("of-b");
    }

    @Test
    void liesSealedInTheDatabase() {
        start("of-settings").give("A", "of-a", "marta");

        assertThat(jdbc.sql("select token from channel.account where id = 'A'")
                        .query(String.class)
                        .single())
                .isEqualTo("channel.account A/a-fo");
    }

    @Test
    void isNoneForAnAccountThatDoesNotExist() {
        assertThat(start("of-settings").give("C", "of-c", "marta")).isFalse();
    }

    @Test
    void isTheNewOneOnAllNodes() {
        var one = start("of-settings");
        var other = start("of-settings");
        assertThat(other.of("A")).isEqualTo("of-settings");

        one.give("A", "of-a", "marta");

        assertThat(other.of("A")).isEqualTo("of-a");
    }

    /** The wake-up was lost. */
    @Test
    void isLookedUpAnewWhenTheOneThatIsKnownWasRefused() {
        var other = start("of-settings");
        assertThat(other.of("A")).isEqualTo("of-settings");
        nodes.clear();
        start("of-settings").give("A", "of-a", "marta");

        assertThat(other.anew("A")).isEqualTo("of-a");
    }

    @Test
    void outlivesARestart() {
        start("of-settings").give("A", "of-a", "marta");

        assertThat(start("of-settings").of("A")).isEqualTo("of-a");
        assertThat(start("").of("A")).isEqualTo("of-a");
    }

    @Test
    void givesWayToATokenThatTheSettingsHaveGotSince() {
        var before = start("of-settings");
        before.give("A", "of-a", "marta");
        before.give("B", "of-b", "marta");

        var after = start("newer");

        assertThat(after.of("A")).isEqualTo("newer");
        assertThat(after.of("B")).as("the settings are about another account").isEqualTo("of-b");
        assertThat(start("newer").of("A")).isEqualTo("newer");
    }

    @Test
    void isNoneWhereItDoesNotOpen() {
        jdbc.sql("update channel.account set token = 'sealed elsewhere' where id = 'A'")
                .update();

        assertThat(start("of-settings").of("A")).isEmpty();
        assertThat(start("of-settings").of("B")).isEqualTo("of-settings");
    }

    /** A node that is started with these settings, of account A. */
    private AccountTokens start(String token) {
        var settings = new WhatsAppSettings("", "", token, "1", "A", "", "", "v26.0", Duration.ZERO, Map.of());
        var tokens = new AccountTokens(
                jdbc,
                new Mirror(),
                new GraphEndpoint(settings, new SandboxMode(false)),
                new Bell(nodes),
                Clock.systemUTC());
        tokens.giveWayToNewerSettings("A");
        return tokens;
    }

    /** Unreadable enough for a test. */
    private record Mirror() implements Secrets {

        @Override
        public String seal(String place, String secret) {
            return place + "/" + new StringBuilder(secret).reverse();
        }

        @Override
        public String open(String place, String sealed) {
            if (!sealed.startsWith(place + "/")) {
                throw new SecretUnreadable("no");
            }
            return new StringBuilder(sealed.substring(place.length() + 1))
                    .reverse()
                    .toString();
        }
    }

    private record Bell(List<Runnable> nodes) implements Wakeups {

        @Override
        public void signal(String topic) {
            nodes.forEach(Runnable::run);
        }

        @Override
        public void listen(String topic, Runnable action) {
            nodes.add(action);
        }
    }
}
