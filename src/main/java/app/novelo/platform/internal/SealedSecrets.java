package app.novelo.platform.internal;

import app.novelo.platform.GeneratedSecrets;
import app.novelo.platform.SecretUnreadable;
import app.novelo.platform.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals with one key for the whole database: what the first secret leaves in {@code platform.secret_check} must open with
 * it, at each start and whenever a node seals. A start with another key would find out only when a line stops.
 */
@Component
class SealedSecrets implements Secrets, InitializingBean {

    static final String FILE = "secret-key";

    /** As many as a made-up secret has: 144 bits in base64. */
    private static final int SHORTEST = 24;

    private static final String CHECK = "platform.secret_check";

    private final SecretSettings settings;
    private final GeneratedSecrets generated;
    private final JdbcClient jdbc;
    private volatile @Nullable AesGcm cipher;

    SealedSecrets(SecretSettings settings, GeneratedSecrets generated, JdbcClient jdbc) {
        this.settings = settings;
        this.generated = generated;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        if (isNamed() && settings.secretKey().length() < SHORTEST) {
            throw new StartRefused(
                    "NOVELO_SECRET_KEY is too short to keep a secret.",
                    "Give it at least " + SHORTEST + " random characters, for instance of: openssl rand -base64 32");
        }
        check().ifPresent(check -> {
            if (isMissing() || cipher().open(CHECK, check).isEmpty()) {
                throw new StartRefused(reason(), remedy());
            }
        });
    }

    @Override
    public String seal(String place, String secret) {
        jdbc.sql("insert into platform.secret_check (sealed) values (?) on conflict do nothing")
                .param(cipher().seal(CHECK, ""))
                .update();
        if (check().flatMap(check -> cipher().open(CHECK, check)).isEmpty()) {
            throw new SecretUnreadable("Another node seals with another key: give all of them one NOVELO_SECRET_KEY");
        }
        return cipher().seal(place, secret);
    }

    @Override
    public String open(String place, String sealed) {
        return cipher().open(place, sealed)
                .orElseThrow(() -> new SecretUnreadable("A secret was sealed with another NOVELO_SECRET_KEY"));
    }

    private Optional<String> check() {
        return jdbc.sql("select sealed from platform.secret_check")
                .query(String.class)
                .optional();
    }

    /** Made up when it is first needed, never because a start looks for the one that is missing. */
    private AesGcm cipher() {
        var known = cipher;
        if (known == null) {
            known = new AesGcm(
                    isNamed()
                            ? settings.secretKey()
                            : generated.get(FILE, "Key of stored access tokens (NOVELO_SECRET_KEY)"));
            cipher = known;
        }
        return known;
    }

    private boolean isNamed() {
        return !settings.secretKey().isEmpty();
    }

    private boolean isMissing() {
        return !isNamed() && !generated.isKept(FILE);
    }

    private String reason() {
        return isMissing()
                ? "The key to the access tokens in this database is missing."
                : "The access tokens in this database were sealed with another key.";
    }

    private static String remedy() {
        return "Set NOVELO_SECRET_KEY to the key of that time, or restore <data folder>/secrets/" + FILE
                + " from the backup; all nodes need the same. If it is lost for good, empty platform.secret_check, set"
                + " channel.account.token to null, start Novelo and give each account its token anew.";
    }
}
