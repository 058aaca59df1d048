package app.novelo.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.platform.GeneratedSecrets;
import app.novelo.platform.SecretUnreadable;
import app.novelo.support.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other people's secrets, unreadable without the key. */
class SealedSecretsTest {

    private static final String KEY = "a key of at least 24 characters";
    private static final String OTHER = "another key of that length";

    private final JdbcClient jdbc = JdbcClient.create(Database.fresh());

    /** The data folder of the node that is started next. */
    private final Map<String, String> folder = new HashMap<>();

    @BeforeEach
    void createTable() {
        jdbc.sql("create schema platform").update();
        jdbc.sql("create table platform.secret_check (one boolean primary key default true, sealed text not null)")
                .update();
    }

    @Test
    void opensWhatItHasSealed() {
        var sealed = start(KEY).seal("place", "EAAG-token");

        assertThat(sealed).doesNotContain("EAAG");
        assertThat(start(KEY).open("place", sealed)).isEqualTo("EAAG-token");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        var secrets = start(KEY);

        assertThat(secrets.seal("place", "x")).isNotEqualTo(secrets.seal("place", "x"));
    }

    @Test
    void opensNothingThatWasChangedOrMovedOrSealedByOthers() {
        var secrets = start(KEY);
        var sealed = secrets.seal("place", "EAAG-token");
        var changed = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        for (var strange : List.of(changed, "v1.", "", "v1.AAAA", "EAAG-token", "v1.{}")) {
            assertThatThrownBy(() -> secrets.open("place", strange)).isInstanceOf(SecretUnreadable.class);
        }
        assertThatThrownBy(() -> secrets.open("other place", sealed)).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void makesAKeyUpWhenTheFirstSecretIsSealedAndKeepsIt() {
        var secrets = start("");
        assertThat(folder).isEmpty();

        var sealed = secrets.seal("place", "x");

        assertThat(folder).containsOnlyKeys(SealedSecrets.FILE);
        assertThat(start("").open("place", sealed)).isEqualTo("x");
    }

    @Test
    void doesNotStartWithAnotherKeyWhereSomethingIsSealed() {
        assertThatCode(() -> start(OTHER)).as("nothing is sealed yet").doesNotThrowAnyException();
        start(KEY).seal("place", "x");

        assertThatThrownBy(() -> start(OTHER)).isInstanceOfSatisfying(StartRefused.class, refusal -> {
            assertThat(refusal).hasMessageContaining("another key");
            assertThat(refusal.action()).contains("NOVELO_SECRET_KEY", SealedSecrets.FILE);
        });
    }

    @Test
    void doesNotStartAndMakesNoKeyUpWhereTheKeyIsMissing() {
        start("").seal("place", "x");
        folder.clear();

        assertThatThrownBy(() -> start("")).isInstanceOf(StartRefused.class).hasMessageContaining("missing");
        assertThat(folder).isEmpty();
    }

    @Test
    void doesNotStartWithAKeyThatCanBeGuessed() {
        assertThatThrownBy(() -> start("secret")).isInstanceOf(StartRefused.class);
    }

    /** Two nodes that were started before anything was sealed, each with a data folder of its own. */
    @Test
    void sealsNothingThatTheOtherNodesCannotOpen() {
        var one = start(KEY);
        var other = start(OTHER);
        one.seal("place", "x");

        assertThatThrownBy(() -> other.seal("place", "y")).isInstanceOf(SecretUnreadable.class);
    }

    private SealedSecrets start(String key) {
        var secrets = new SealedSecrets(new SecretSettings(key), new Folder(folder), jdbc);
        secrets.afterPropertiesSet();
        return secrets;
    }

    private record Folder(Map<String, String> files) implements GeneratedSecrets {

        @Override
        public String get(String name, String purpose) {
            return files.computeIfAbsent(name, n -> "made up, 24 characters long");
        }

        @Override
        public boolean isKept(String name) {
            return files.containsKey(name);
        }

        @Override
        public List<Generated> all() {
            return List.of();
        }
    }
}
