package app.novelo.weather;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.conversation.MessageStatus;
import app.novelo.support.Meta;
import app.novelo.support.NoveloProcess;
import app.novelo.support.Visitor;
import app.novelo.weather.Story.Answer;
import app.novelo.weather.Story.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the weather between Meta and us: each message once and in the order of Meta's time, nothing that was accepted
 * is sent again, no status goes backwards, and everything comes to an end. The program is a process of its own, in real
 * mode, on a Graph API that does as the story tells. Not shrunk: a story that failed is printed whole, with its seed.
 */
class RandomWeatherTest {

    private static final String PASSWORD = "admin-of-tests";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong PHONES = new AtomicLong(5511950000000L);

    private static @Nullable MetaInStorm meta;
    private static @Nullable NoveloProcess novelo;

    @BeforeContainer
    static void theProgramRuns() throws IOException {
        var storm = new MetaInStorm();
        meta = storm;
        var program = NoveloProcess.start(
                Files.createTempDirectory("weather"),
                Map.of(
                        "WHATSAPP_APP_SECRET",
                        Meta.SECRET,
                        "WHATSAPP_ACCESS_TOKEN",
                        "token-of-tests",
                        "WHATSAPP_PHONE_NUMBER_ID",
                        MetaInStorm.LINE,
                        "WHATSAPP_BUSINESS_ACCOUNT_ID",
                        MetaInStorm.ACCOUNT,
                        "WHATSAPP_API_BASE_URL",
                        storm.address(),
                        "NOVELO_ADMIN_USER",
                        "admin",
                        "NOVELO_ADMIN_PASSWORD",
                        PASSWORD));
        storm.knows(program.port());
        novelo = program;
    }

    @AfterContainer
    static void itEnds() {
        if (novelo != null) {
            novelo.close();
        }
        if (meta != null) {
            meta.close();
        }
    }

    @Provide
    Arbitrary<Story> calm() {
        return Stories.calm();
    }

    @Provide
    Arbitrary<Story> withAKill() {
        return Stories.withAKill();
    }

    @Property(
            tries = 12,
            shrinking = ShrinkingMode.OFF,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void keepsEveryPromiseInDisorderAndFaults(@ForAll("calm") Story story) {
        new Telling(story).andItsEnd();
    }

    @Property(
            tries = 3,
            shrinking = ShrinkingMode.OFF,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void keepsEveryPromiseWhenItIsKilledInTheMiddle(@ForAll("withAKill") Story story) {
        new Telling(story).andItsEnd();
    }

    private static MetaInStorm storm() {
        return java.util.Objects.requireNonNull(meta);
    }

    private static NoveloProcess program() {
        return java.util.Objects.requireNonNull(novelo);
    }

    /** One story, told to a running program. */
    private static final class Telling {

        private final Story story;
        private final Instant beginning =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        private final List<String> phones;
        private final List<String> texts;
        private final Map<String, MessageStatus> highest = new HashMap<>();
        private final List<String> backwards = new ArrayList<>();

        Telling(Story story) {
            this.story = story;
            this.phones = IntStream.range(0, story.customers())
                    .mapToObj(i -> Long.toString(PHONES.incrementAndGet()))
                    .toList();
            this.texts = story.answers().stream()
                    .map(answer -> "resposta " + UUID.randomUUID())
                    .toList();
        }

        void andItsEnd() {
            for (int i = 0; i < texts.size(); i++) {
                storm().plan(texts.get(i), story.answers().get(i));
            }
            var arriving = CompletableFuture.runAsync(this::deliverAll);
            answerAll();
            arriving.join();
            for (int customer = 0; customer < phones.size(); customer++) {
                hasEachMessageOnceInMetasOrder(customer);
            }
            for (int i = 0; i < texts.size(); i++) {
                endsAsMetaTold(i);
            }
        }

        private void deliverAll() {
            int next = 0;
            for (int i = 0; next < story.written().size(); i++) {
                int end = Math.min(
                        next + story.batches().get(i % story.batches().size()),
                        story.written().size());
                storm().deliver(
                                "messages",
                                story.written().subList(next, end).stream()
                                        .map(this::message)
                                        .toList());
                next = end;
            }
        }

        private ObjectNode message(Written written) {
            var message = JSON.createObjectNode()
                    .put("from", phones.get(written.customer()))
                    .put("id", id(written))
                    .put("timestamp", Long.toString(at(written).getEpochSecond()))
                    .put("type", "text");
            message.putObject("text").put("body", "minha geladeira não gela, parte " + written.number());
            return message;
        }

        private String id(Written written) {
            return "wamid.in." + phones.get(written.customer()) + "." + written.number();
        }

        private Instant at(Written written) {
            return beginning.plusSeconds(written.second());
        }

        private void answerAll() {
            for (int i = 0; i < texts.size(); i++) {
                if (i == story.killAfter()) {
                    program().restart();
                }
                answer(story.answers().get(i), texts.get(i));
            }
            if (story.killAfter() == texts.size()) {
                program().restart();
            }
        }

        /** As a careful client: the same key until there is an answer. */
        private void answer(Answer answer, String text) {
            var path = "/api/v1/conversations/" + eventually(() -> conversation(answer.customer())) + "/messages";
            var body = JSON.createObjectNode().put("kind", "text").put("text", text);
            eventually(() -> admin().header("Idempotency-Key", text)
                            .post(path, body.toString())
                            .status()
                    == 202);
        }

        private @Nullable String conversation(int customer) {
            for (var item :
                    admin().get("/api/v1/conversations?limit=200").json().path("items")) {
                if (item.path("customer").path("phone").asText().equals(phones.get(customer))) {
                    return item.path("id").asText();
                }
            }
            return null;
        }

        private void hasEachMessageOnceInMetasOrder(int customer) {
            var expected = story.written().stream()
                    .filter(written -> written.customer() == customer)
                    .distinct()
                    .map(this::id)
                    .sorted()
                    .toList();
            eventually(() -> inbound(customer).size() >= expected.size());
            var shown = inbound(customer);
            assertThat(shown.stream().map(m -> m.path("providerId").asText()).sorted())
                    .containsExactlyElementsOf(expected);
            assertThat(shown.stream().map(m -> Instant.parse(m.path("at").asText())))
                    .isSortedAccordingTo(Comparator.naturalOrder());
            story.written().stream().filter(w -> w.customer() == customer).forEach(written -> assertThat(shown)
                    .filteredOn(m -> m.path("providerId").asText().equals(id(written)))
                    .allMatch(m -> Instant.parse(m.path("at").asText()).equals(at(written))));
        }

        private List<JsonNode> inbound(int customer) {
            return messages(customer).stream()
                    .filter(message -> message.path("direction").asText().equals("IN"))
                    .toList();
        }

        private List<JsonNode> messages(int customer) {
            var page = admin().get("/api/v1/conversations/" + conversation(customer) + "/messages?limit=200");
            return StreamSupport.stream(page.json().path("items").spliterator(), false)
                    .toList();
        }

        private void endsAsMetaTold(int index) {
            var text = texts.get(index);
            var end = eventually(() -> {
                var message = message(index);
                noteWhetherItGoesBackwards(message);
                return !backwards.isEmpty() || isAtItsEnd(message, text) ? message : null;
            });
            assertThat(storm().acceptedOf(text))
                    .as("times that \"%s\" was accepted", text)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(end.path("status").asText()).isEqualTo(expected(text).name());
        }

        /** Nobody will ever tell what became of a call that broke before Meta had the message: a person decides. */
        private boolean isAtItsEnd(JsonNode message, String text) {
            if (message.path("status").asText().equals("UNKNOWN")
                    && storm().acceptedOf(text).isEmpty()) {
                var path =
                        "/api/v1/conversations/" + message.path("conversation").asText() + "/messages/"
                                + message.path("id").asText() + "/outcome";
                admin().post(path, "{\"sent\":false}");
                return false;
            }
            return message.path("status").asText().equals(expected(text).name());
        }

        private MessageStatus expected(String text) {
            return storm().toldOf(text).stream()
                    .map(word -> MessageStatus.ofChannel(word).orElseThrow())
                    .max(Comparator.comparing(MessageStatus::rank))
                    .orElse(MessageStatus.FAILED);
        }

        private JsonNode message(int index) {
            var all = messages(story.answers().get(index).customer()).stream()
                    .filter(message -> message.path("text").asText().equals(texts.get(index)))
                    .toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        private void noteWhetherItGoesBackwards(JsonNode message) {
            var now = MessageStatus.valueOf(message.path("status").asText());
            var before = highest.merge(
                    message.path("id").asText(), now, (old, other) -> other.rank() > old.rank() ? other : old);
            if (before.rank() >= MessageStatus.ACCEPTED.rank() && now.rank() < before.rank()) {
                backwards.add("from " + before + " back to " + now);
            }
        }

        private static Visitor admin() {
            return Visitor.withPassword(program().port(), "admin", PASSWORD);
        }
    }
}
