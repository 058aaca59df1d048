package app.novelo.conversation.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.channel.Content;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.LastMessage;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.SendQueue;
import app.novelo.conversation.internal.MediaUploads.Handed;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.media.MediaStore;
import app.novelo.media.Sounds;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Loop;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files on their way in and out, with everything that goes wrong on it. */
@RunningNovelo
class MediaTest {

    private static final Path RECORDED = Path.of("src/test/resources/app/novelo/media/recorded-mono.webm");

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Meta meta;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MediaStore store;

    @Autowired
    MediaQueue queue;

    @Autowired
    UploadedMedia uploaded;

    @Autowired
    MediaUploads uploads;

    @Autowired
    SendQueue sending;

    @Autowired
    Lines lines;

    @Autowired
    Turns turns;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    UnsentUploads unsent;

    @Autowired
    AbandonedDrafts drafts;

    @Autowired
    Sounds sounds;

    @Autowired
    Conversations conversations;

    @Autowired
    @Qualifier("mediaFetcher")
    Loop fetcher;

    private String phone = "";
    private String conversation = "";

    @BeforeEach
    void givenAConversation() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        eventually(() -> customer.received(phone).size() == 1);
        conversation = cases.conversationOf(phone);
    }

    @AfterEach
    void clear() {
        customer.noFaults();
    }

    @Test
    void aPictureIsFetchedAtOnceAndShownWithASmallOne() throws IOException {
        var bytes = picture(1200, 900);
        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", bytes);

        var media = ready();

        assertThat(media.path("mimeType").asText()).isEqualTo("image/jpeg");
        assertThat(media.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(media.path("width").asInt()).isEqualTo(1200);
        assertThat(media.path("height").asInt()).isEqualTo(900);
        assertThat(media.path("inline").asBoolean()).isTrue();
        assertThat(media.path("problem").isNull()).isTrue();
        var shown = agent.bytes("bruno", media.path("url").asText());
        assertThat(shown.body()).isEqualTo(bytes);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(shown.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        var small = ImageIO.read(new java.io.ByteArrayInputStream(
                agent.bytes("bruno", media.path("thumbnailUrl").asText()).body()));
        assertThat(small.getWidth()).isEqualTo(480);
    }

    @Test
    void aPlayerMayAskForAPart() throws IOException {
        var bytes = picture(64, 64);
        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", bytes);

        var part = agent.bytes("bruno", ready().path("url").asText(), "Range", "bytes=10-19");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image    | foto.jpg  | image/jpeg      | <html><script>alert(1)</script></html>",
                "image    | foto.svg  | image/svg+xml   | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "document | nota.pdf  | text/html       | %PDF-1.7",
                "document | nota.jpg  | image/jpeg      | MZ executable",
                "audio    | voz.ogg   | audio/ogg       | <?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"
            })
    void whateverCouldRunIsSavedAndNeverShown(String kind, String name, String type, String content) {
        customer.sendsFile(phone, kind, name, type, content.getBytes(StandardCharsets.UTF_8));

        var media = ready();

        assertThat(media.path("inline").asBoolean()).isFalse();
        var saved = agent.bytes("bruno", media.path("url").asText());
        assertThat(saved.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(saved.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(media.path("thumbnailUrl").isNull()).isTrue();
    }

    @Test
    void aHostileNameIsMadeHarmless() {
        var file = customer.attaches(phone, "x", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        var message = meta.message(phone, meta.newId(), "document");
        message.putObject("document")
                .put("id", file)
                .put("mime_type", "application/pdf")
                .put("filename", "../../etc/\u202Efdp.\u0000\r\nconta\"; é.exe");
        meta.delivers(message);

        var media = ready();

        assertThat(media.path("filename").asText()).isEqualTo("fdp.conta__ é.exe");
        assertThat(agent.bytes("bruno", media.path("url").asText()).headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"fdp.conta__ _.exe\"; filename*=UTF-8''fdp.conta__%20%C3%A9.exe");
    }

    @Test
    void aBrokenDownloadGoesOnWhereItEnded() throws IOException {
        var bytes = noise(900_000);
        customer.fault(phone, "media-cut", 0, 1);
        customer.sendsFile(phone, "document", "a.bin", "application/pdf", bytes);
        var media = eventually(() -> problem("connection"));
        assertThat(part(media)).isBetween(1L, 899_999L);

        hurryUntilReady();

        assertThat(agent.bytes("bruno", file().path("url").asText()).body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"media-expired", "media-slow"})
    void aDeadOrSlowAddressIsNoMatter(String fault) throws IOException {
        customer.fault(phone, fault, 0, 1);

        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", picture(10, 10));

        assertThat(ready().path("problem").isNull()).isTrue();
    }

    @Test
    void aFileThatIsGoneIsToldAndCanBeAskedForAgain() throws IOException {
        customer.fault(phone, "media-gone", 0, 1);
        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", picture(10, 10));
        var media = eventually(() -> state("FAILED"));
        assertThat(media.path("problem").asText()).isEqualTo("gone");
        assertThat(agent.bytes("bruno", media.path("url").asText()).statusCode())
                .isEqualTo(404);

        var again = agent.post("bruno", media.path("url").asText() + "/fetch", null);

        assertThat(again.status()).isEqualTo(202);
        ready();
    }

    @Test
    void bytesThatAreNotThoseOfTheHashAreRefused() throws IOException {
        customer.fault(phone, "media-wrong-hash", 0, 1);

        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", picture(10, 10));

        var media = eventually(() -> state("REFUSED"));
        assertThat(media.path("problem").asText()).isEqualTo("hash-mismatch");
        assertThat(part(media)).isZero();
        assertThat(agent.post("bruno", media.path("url").asText() + "/fetch", null)
                        .status())
                .isEqualTo(202);
        ready();
    }

    @Test
    void nothingInsideOurNetworkIsCalledForAFile() throws IOException {
        try (var inside = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(1);
            var message = meta.message(phone, meta.newId(), "image");
            message.putObject("image")
                    .put("id", "../../debug_token")
                    .put("mime_type", "image/jpeg")
                    .put("url", "http://127.0.0.1:" + inside.getLocalPort() + "/a");
            meta.delivers(message);

            assertThat(eventually(() -> state("FAILED")).path("problem").asText())
                    .isEqualTo("gone");
            assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void afterWhatsAppsSevenDaysAFileIsGivenUp() throws IOException {
        customer.fault(phone, "media-expired", 0, -1);
        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", picture(10, 10));
        eventually(() -> problem("unavailable"));

        jdbc.sql("update conversation.media set expires_at = created_at, next_try = now() where conversation = ?::uuid")
                .param(conversation)
                .update();

        assertThat(eventually(() -> state("FAILED")).path("problem").asText()).isEqualTo("expired");
    }

    @Test
    void aFileThatNobodyKnowsIsGone() {
        var message = meta.message(phone, meta.newId(), "image");
        message.putObject("image").put("id", "1").put("mime_type", "image/jpeg").put("url", "http://10.0.0.1/a");
        message.put("timestamp", Long.toString(message.path("timestamp").asLong() - 8 * 24 * 3600));
        meta.delivers(message);

        assertThat(eventually(() -> state("FAILED")).path("problem").asText()).isEqualTo("gone");
    }

    @Test
    void onlyWhoMaySeeTheConversationMaySeeItsFiles() throws IOException {
        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", picture(10, 10));
        var url = ready().path("url").asText();

        assertThat(agent.bytes("ana", url).statusCode()).as("of sales").isEqualTo(404);
        assertThat(agent.bytes("ana", url + "/thumbnail").statusCode()).isEqualTo(404);
        assertThat(agent.post("ana", url + "/fetch", null).status()).isEqualTo(404);
        assertThat(agent.bytes("marta", url).statusCode()).isEqualTo(200);
        assertThat(agent.bytes("marta", "/api/v1/media/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheCustomerTookBackIsKeptForManagersAlone() throws IOException {
        customer.sendsFile(phone, "image", "foto.jpg", "image/jpeg", picture(10, 10));
        var media = ready();

        jdbc.sql("update conversation.message set revoked_at = at where media = ?::uuid")
                .param(media.path("id").asText())
                .update();

        assertThat(agent.bytes("bruno", media.path("url").asText()).statusCode())
                .isEqualTo(404);
        assertThat(agent.bytes("marta", media.path("url").asText()).statusCode())
                .isEqualTo(200);
    }

    /** In a transaction that is undone: the program's own worker never sees these files. */
    @Test
    void nodesShareTheWorkAndADeadOnesIsTakenOver() {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var ids = List.of(waiting(), waiting());
            var first = queue.claim(1);
            var second = queue.claim(10);

            assertThat(first).extracting(MediaQueue.Waiting::id).containsAnyElementsOf(ids);
            assertThat(second).doesNotContainAnyElementsOf(first);
            assertThat(queue.claim(10)).extracting(MediaQueue.Waiting::id).doesNotContainAnyElementsOf(ids);
            jdbc.sql("update conversation.media set node = 'other', leased_until = now() where id in (?, ?)")
                    .params(ids)
                    .update();
            assertThat(queue.renew(ids.get(0))).as("the lease is lost").isFalse();
            jdbc.sql("update conversation.media set leased_until = now() - interval '1 second' where id in (?, ?)")
                    .params(ids)
                    .update();
            assertThat(queue.claim(10)).extracting(MediaQueue.Waiting::id).containsAll(ids);
        });
    }

    /** The program's own worker rests; each of two others holds its transaction open until both have claimed. */
    @Test
    void twoWorkersWhoClaimAtOnceShareNothing() throws Exception {
        fetcher.stop();
        var both = new CyclicBarrier(2);
        var workers = Executors.newFixedThreadPool(2);
        try {
            var ids = Stream.generate(this::waiting).limit(10).toList();
            var claims = workers.invokeAll(List.of(claim(both), claim(both)));
            var first = claims.get(0).get();
            var second = claims.get(1).get();

            assertThat(first).hasSize(5).doesNotContainAnyElementsOf(second);
            assertThat(second).hasSize(5);
            assertThat(ids).containsAll(first).containsAll(second);
        } finally {
            jdbc.sql("delete from conversation.media where provider_id = '1' and conversation = ?::uuid")
                    .param(conversation)
                    .update();
            workers.shutdown();
            fetcher.start();
        }
    }

    private Callable<List<UUID>> claim(CyclicBarrier both) {
        return () -> transactions.execute(transaction -> {
            var claimed = queue.claim(5).stream().map(MediaQueue.Waiting::id).toList();
            try {
                both.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("one had to wait for the other", e);
            }
            return claimed;
        });
    }

    @Test
    void aListTellsThatTheLastMessageIsAVoiceNoteAndHowLongItIs() throws IOException {
        var message = meta.message(phone, meta.newId(), "audio");
        message.putObject("audio")
                .put("id", customer.attaches(phone, "voz.ogg", "audio/ogg; codecs=opus", voiceNote()))
                .put("mime_type", "audio/ogg; codecs=opus")
                .put("voice", true);
        meta.delivers(message);
        assertThat(ready().path("seconds").asInt()).isEqualTo(3);

        var last = conversations
                .lastMessages(List.of(UUID.fromString(conversation)))
                .get(UUID.fromString(conversation));

        assertThat(last.kind()).isEqualTo("audio");
        assertThat(last.media()).isEqualTo(new LastMessage.File("audio", true, 3));
    }

    @Test
    void anUploadIsItsOwnersAloneUntilItIsSent() throws IOException {
        var answer = agent.uploads("bruno", Multipart.of("foto.png", "image/png", png(40, 30)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("state").asText()).isEqualTo("READY");
        assertThat(answer.body().path("mimeType").asText()).isEqualTo("image/png");
        var url = answer.body().path("url").asText();
        assertThat(agent.bytes("bruno", url).statusCode()).isEqualTo(200);
        assertThat(agent.bytes("carla", url).statusCode()).isEqualTo(404);
        assertThat(agent.bytes("marta", url).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> attach("carla", answer.body(), "image")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> attach("bruno", answer.body(), "audio")).isInstanceOf(BadRequest.class);
        attach("bruno", answer.body(), "image");
        assertThat(agent.bytes("carla", url).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"a.jpg,image/jpeg,<html></html>", "a.svg,image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void anUploadIsWhatItIsAndNotWhatItClaims(String name, String type, String content) {
        refused("type", Multipart.of(name, type, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** WhatsApp takes them all, and then plays none of them. */
    @Test
    void anUploadThatNoPhonePlaysIsRefused() throws IOException {
        var stereo = voiceNote();
        stereo[37] = 2;
        var vorbis = voiceNote();
        System.arraycopy("\1vorbis\0".getBytes(StandardCharsets.US_ASCII), 0, vorbis, 28, 8);

        refused("voice", Multipart.of("a.ogg", "audio/ogg", stereo));
        refused("voice", Multipart.of("a.ogg", "audio/ogg", vorbis));
        refused(
                "voice",
                Multipart.of(
                        "a.webm", "audio/webm", Files.readAllBytes(RECORDED.resolveSibling("recorded-stereo.webm"))));
        assertThat(agent.uploads("bruno", Multipart.of("a.ogg", "audio/ogg", voiceNote()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aStickerHasItsOwnMeasures() throws IOException {
        var still = Files.readAllBytes(RECORDED.resolveSibling("sticker.webp"));
        var moving = Files.readAllBytes(RECORDED.resolveSibling("sticker-animated.webp"));
        var narrow = still.clone();
        narrow[21] = 0;

        var taken = agent.uploads("bruno", Multipart.of("a.webp", "image/webp", Arrays.copyOf(moving, 400 << 10)));
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().path("animated").asBoolean()).isTrue();
        assertThat(agent.uploads("bruno", Multipart.of("a.webp", "image/webp", still))
                        .status())
                .isEqualTo(201);
        refused("size", Multipart.of("a.webp", "image/webp", Arrays.copyOf(still, (100 << 10) + 1)));
        refused("size", Multipart.of("a.webp", "image/webp", Arrays.copyOf(moving, (500 << 10) + 1)));
        refused("dimensions", Multipart.of("a.webp", "image/webp", narrow));
        refused("size", Multipart.of("a.webp", "image/webp", new byte[0]));
    }

    private void refused(String reason, Multipart form) {
        var answer = agent.uploads("bruno", form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("type").asText()).endsWith(":bad-request");
        assertThat(answer.body().path("field").asText()).isEqualTo("file");
        assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
    }

    private byte[] voiceNote() throws IOException {
        var ogg = new ByteArrayOutputStream();
        try {
            sounds.toOgg(RECORDED, ogg);
        } catch (Sounds.NotAVoiceNote e) {
            throw new IllegalStateException(e);
        }
        return ogg.toByteArray();
    }

    @Test
    void aBodyBeyondAllLimitsIsToldFromOtherRefusals() {
        var answer = agent.uploads("bruno", Multipart.of("a.pdf", "application/pdf", new byte[(100 << 20) + 1]));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("type").asText()).endsWith(":too-large");
        assertThat(answer.body().path("field").asText()).isEqualTo("file");
    }

    @Test
    void anUploadBeyondItsKindsLimitIsRefused() throws IOException {
        var large = Arrays.copyOf(png(10, 10), (5 << 20) + 1);

        refused("size", Multipart.of("a.png", "image/png", large));
        assertThat(agent.get("bruno", "/api/v1/media/limits").body().findValuesAsText("kind"))
                .containsExactly("image", "video", "audio", "sticker", "document");
    }

    @Test
    void anUploadThatNobodySendsIsGoneAfterADay() throws Exception {
        var id = UUID.fromString(agent.uploads("bruno", Multipart.of("foto.png", "image/png", png(4, 4)))
                .body()
                .path("id")
                .asText());
        jdbc.sql("update conversation.media set created_at = created_at - interval '25 hours' where id = ?")
                .param(id)
                .update();

        new MediaRetention.Run(unsent, drafts).execute(null);

        assertThat(store.find(id)).isEmpty();
        assertThat(agent.bytes("bruno", "/api/v1/media/" + id).statusCode()).isEqualTo(404);
    }

    /** Killed before the upload had a row; a download of that age is gone on with. */
    @Test
    void aDraftThatNobodyWillFinishIsGoneAfterADay() throws IOException {
        var killed = draftOfTheDayBefore(UUID.randomUUID());
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly(); // the program's own worker never sees these files
            var resumed = draftOfTheDayBefore(waiting());
            var given = waiting();
            var up = draftOfTheDayBefore(given);
            jdbc.sql("update conversation.media set state = 'FAILED' where id = ?")
                    .param(given)
                    .update();

            new MediaRetention.Run(unsent, drafts).execute(null);

            assertThat(resumed).exists();
            assertThat(up).doesNotExist();
        });
        assertThat(killed).doesNotExist();
    }

    private Path draftOfTheDayBefore(UUID id) {
        try (var draft = store.draft(id)) {
            draft.write(new byte[] {1, 2, 3}, 3);
            var yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
            return Files.setLastModifiedTime(draft.path(), yesterday);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Killed between row and file. */
    @Test
    void anUploadWhoseFileNeverCameIsGoneAfterADayToo() throws IOException {
        var id = UUID.fromString(agent.uploads("bruno", Multipart.of("foto.png", "image/png", png(4, 4)))
                .body()
                .path("id")
                .asText());
        Files.move(
                store.find(id).orElseThrow(),
                Path.of("target/running-novelo/media", id.toString().substring(0, 2), id + ".part"));
        jdbc.sql("update conversation.media set created_at = created_at - interval '25 hours' where id = ?")
                .param(id)
                .update();

        new MediaRetention.Run(unsent, drafts).execute(null);

        assertThat(Path.of("target/running-novelo/media", id.toString().substring(0, 2)))
                .isDirectoryNotContaining("glob:**" + id + "*");
        assertThat(jdbc.sql("select count(*) from conversation.media where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Its day is over in the very moment in which a message takes it. */
    @Test
    void anUploadThatGoesWhileItIsAttachedIsToldToBeGone() throws Exception {
        var upload = agent.uploads("bruno", Multipart.of("foto.png", "image/png", png(4, 4)))
                .body();
        var worker = Executors.newSingleThreadExecutor();
        try {
            var attaching = transactions.execute(transaction -> {
                jdbc.sql("delete from conversation.media where id = ?::uuid")
                        .param(upload.path("id").asText())
                        .update();
                var other = worker.submit(() -> attach("bruno", upload, "image"));
                eventually(() -> jdbc.sql(
                                """
                                select count(*) from pg_stat_activity where wait_event_type = 'Lock'
                                  and query like 'update conversation.media set conversation%'""")
                        .query(Integer.class)
                        .single()
                        .equals(1));
                return other;
            });

            assertThatThrownBy(attaching::get).hasCauseInstanceOf(BadRequest.class);
        } finally {
            worker.shutdown();
        }
    }

    @Test
    void aBrowsersRecordingIsHandedOverAsAVoiceNoteThatThePhonePlays() throws IOException {
        var answer = agent.uploads("bruno", Multipart.of("gravação.webm", "audio/webm", Files.readAllBytes(RECORDED)));
        assertThat(answer.body().path("mimeType").asText()).isEqualTo("audio/ogg");
        assertThat(answer.body().path("voice").asBoolean()).isTrue();
        assertThat(answer.body().path("seconds").asInt()).isEqualTo(3);
        var id = UUID.fromString(answer.body().path("id").asText());

        var handed = uploads.providerId(line(), id);

        assertThat(handed).isInstanceOfSatisfying(Handed.Known.class, known -> {
            assertThat(customer.opens(known.media().providerId())).startsWith('O', 'g', 'g', 'S');
            assertThat(uploads.providerId(line(), id)).as("once").isEqualTo(known);
        });
    }

    @Test
    void aQueuedMessageHandsItsFileOverBeforeItGoes() throws IOException {
        var answer = agent.uploads("bruno", Multipart.of("foto.png", "image/png", png(40, 30)));
        var id = UUID.fromString(answer.body().path("id").asText());

        send(answer.body(), id);

        eventually(() -> customer.received(phone).contains("a foto"));
        assertThat(uploads.known(line(), id)).isPresent();
    }

    private void send(JsonNode upload, UUID media) {
        var id = UUID.fromString(conversation);
        turns.inTurn(Turn.ofConversation(conversation), () -> {
            attach("bruno", upload, "image");
            var author = new Author(Author.Type.AGENT, "bruno", "Bruno");
            return sending.add(new Outgoing(
                    id, null, author, "image", "a foto", new Content.File(false), media, null, true, null));
        });
    }

    private void attach(String user, JsonNode upload, String kind) {
        var caller = new Caller(user, user, Set.of());
        var place = new FilePlace("media", List.of(SendableKind.of(kind).orElseThrow()), false);
        uploaded.attach(caller, UUID.fromString(upload.path("id").asText()), place, UUID.fromString(conversation));
    }

    private Line line() {
        return lines.all().get(0);
    }

    /** A file at which no worker will look before the test does. */
    private UUID waiting() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into conversation.media (id, conversation, message, line, provider_id, filename, state,
                          created_at, expires_at, leased_until, next_try)
                        values (?, ?::uuid, ?, ?, '1', 'x', 'WAITING', now(), now() + interval '1 day', null, '2000-01-01')""")
                .param(id)
                .param(conversation)
                .param(UUID.randomUUID())
                .param(line().id())
                .update();
        return id;
    }

    private JsonNode file() {
        return agent.messages(conversation).stream()
                .map(message -> message.path("media"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode state(String state) {
        var file = file();
        return file.path("state").asText().equals(state) ? file : null;
    }

    private JsonNode problem(String problem) {
        var file = file();
        return file.path("problem").asText().equals(problem) ? file : null;
    }

    private JsonNode ready() {
        return eventually(() -> state("READY"));
    }

    /** The pause between attempts is technical time, which no sandbox moves: the test does. */
    private void hurryUntilReady() {
        eventually(() -> {
            jdbc.sql("update conversation.media set next_try = now() where conversation = ?::uuid")
                    .param(conversation)
                    .update();
            return state("READY");
        });
    }

    /** @return bytes of the draft */
    private long part(JsonNode media) throws IOException {
        var id = media.path("id").asText();
        var path = Path.of("target/running-novelo/media", id.substring(0, 2), id + ".part");
        return Files.exists(path) ? Files.size(path) : 0;
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] picture(int width, int height) throws IOException {
        return image("jpeg", width, height);
    }

    private static byte[] png(int width, int height) throws IOException {
        return image("png", width, height);
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
