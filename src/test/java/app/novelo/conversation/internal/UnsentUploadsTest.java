package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.media.MediaStore;
import app.novelo.support.Agent;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody fills the disk with files that he does not send. Rafa uploads nothing in any other test. */
@RunningNovelo
class UnsentUploadsTest {

    private static final byte[] FILE = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 100;
    private static final long MOST_BYTES = 1L << 30;

    @Autowired
    Agent agent;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MediaStore store;

    @AfterEach
    void forgetsAll() {
        jdbc.sql("delete from conversation.media where owner = 'rafa' returning id")
                .query(UUID.class)
                .list()
                .forEach(store::delete);
    }

    @Test
    void areLimitedInNumberUntilOneIsDeleted() {
        givenUploads(MOST - 1, 1);
        var last = upload();
        assertThat(last.status()).isEqualTo(201);

        var refused = upload();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-unsent");
        assertThat(refused.body().path("files").asInt()).isEqualTo(MOST);
        assertThat(refused.body().path("bytes").asLong()).isEqualTo(MOST_BYTES);
        var path = "/api/v1/media/" + last.body().path("id").asText();
        assertThat(agent.delete("bruno", path).status()).as("not his").isEqualTo(404);
        assertThat(agent.delete("rafa", path).status()).isEqualTo(204);
        assertThat(store.find(UUID.fromString(last.body().path("id").asText()))).isEmpty();
        assertThat(agent.delete("rafa", path).status()).isEqualTo(404);
        assertThat(upload().status()).isEqualTo(201);
    }

    @Test
    void areLimitedInSize() {
        givenUploads(1, MOST_BYTES - FILE.length);
        assertThat(upload().status()).isEqualTo(201);

        assertThat(upload().problem()).isEqualTo("too-many-unsent");
    }

    @Test
    void countNoMoreOnceTheyArePartOfAMessageOrKept() {
        givenUploads(MOST, MOST_BYTES);
        assertThat(upload().status()).isEqualTo(429);
        jdbc.sql(
                        """
                        update conversation.media set conversation = case when seconds = 1 then id end, kept = seconds <> 1
                        where owner = 'rafa'""")
                .update();

        var id = upload().body().path("id").asText();

        assertThat(store.find(UUID.fromString(id))).isPresent();
        assertThat(agent.delete("rafa", "/api/v1/media/" + someSent()).status())
                .as("part of a message")
                .isEqualTo(404);
    }

    /** Each of them found room when it began. */
    @Test
    void areNotExceededByThoseThatComeAtOnce() throws Exception {
        givenUploads(MOST - 1, 1);
        var people = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> upload = () -> upload().status();
            var answers = people.invokeAll(Collections.nCopies(8, upload)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();

            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 429);
        } finally {
            people.shutdown();
        }
    }

    private Agent.Answer upload() {
        return agent.uploads("rafa", Multipart.of("nota.pdf", "application/pdf", FILE));
    }

    /** Rows as uploads leave them; every second one can be told by its {@code seconds}. */
    private void givenUploads(int count, long size) {
        jdbc.sql(
                        """
                        insert into conversation.media (id, owner, filename, state, mime_type, size, seconds, created_at)
                        select gen_random_uuid(), 'rafa', 'x.pdf', 'READY', 'application/pdf', ?, n % 2, now()
                        from generate_series(1, ?) n""")
                .param(size)
                .param(count)
                .update();
    }

    private UUID someSent() {
        return jdbc.sql("select id from conversation.media where owner = 'rafa' and conversation is not null limit 1")
                .query(UUID.class)
                .single();
    }
}
