package app.novelo.conversation.internal;

import app.novelo.platform.Caller;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was already done for a client's {@code Idempotency-Key}; kept for 24 hours. */
@Component
class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final ContentJson contents;

    IdempotencyKeys(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    String fingerprint(UUID conversation, Said said) {
        return fingerprint(
                conversation.toString(),
                said.kind(),
                said.text(),
                String.valueOf(contents.write(said.content())),
                String.valueOf(said.media()),
                String.valueOf(said.replyTo()));
    }

    String fingerprint(Beginning beginning) {
        return fingerprint(
                "begin",
                beginning.customer().toString(),
                beginning.line().toString(),
                String.valueOf(contents.write(beginning.template().content())),
                String.valueOf(beginning.template().media()),
                String.valueOf(beginning.note()));
    }

    String fingerprint(String... parts) {
        return DigestUtils.sha256Hex(String.join("\0", parts) + "\0");
    }

    /** @throws IdempotencyKeyReused if the key stands for another request */
    Optional<UUID> find(Caller caller, String key, String fingerprint) {
        return jdbc.sql(
                        "select body_hash, message from conversation.idempotency where caller = ? and key = ? and at > now() - interval '24 hours'")
                .param(caller.id())
                .param(key)
                .query((row, n) -> {
                    if (!row.getString(1).equals(fingerprint)) {
                        throw new IdempotencyKeyReused();
                    }
                    return row.getObject(2, UUID.class);
                })
                .optional();
    }

    void remember(Caller caller, String key, String fingerprint, UUID message) {
        jdbc.sql(
                        """
                        insert into conversation.idempotency (key, caller, body_hash, message) values (?, ?, ?, ?)
                        on conflict (caller, key) do update set body_hash = excluded.body_hash,
                          message = excluded.message, at = now()""")
                .param(key)
                .param(caller.id())
                .param(fingerprint)
                .param(message)
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from conversation.idempotency where at <= now() - interval '24 hours'")
                .update();
    }
}
