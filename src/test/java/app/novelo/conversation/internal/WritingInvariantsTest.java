package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.AccountNotice;
import app.novelo.channel.Circumstances;
import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.channel.Line;
import app.novelo.channel.SendOutcome.Reason;
import app.novelo.channel.Sender;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.internal.Act.Face;
import app.novelo.conversation.internal.Act.Sent;
import app.novelo.conversation.internal.Departures.Departure;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Contact;
import app.novelo.customer.Customers;
import app.novelo.customer.Purpose;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever happens in whatever order: no free text outside a window, no advertising without consent. */
class WritingInvariantsTest {

    private static @Nullable Rows rows;
    private static int people;

    @BeforeContainer
    static void theTablesAreThere() {
        rows = new Rows();
    }

    @AfterContainer
    static void theyGo() {
        if (rows != null) {
            rows.close();
        }
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Act.any().list().ofMinSize(3).ofMaxSize(30);
    }

    @Property(tries = 300, afterFailure = AfterFailureMode.RANDOM_SEED)
    void nothingGoesOutThatIsNotAllowedAndAllThatIs(@ForAll("histories") List<Act> history) {
        var telling = new Telling(Objects.requireNonNull(rows), ++people);
        history.forEach(telling::goOn);
    }

    /** One history on the tables and in the oracle's mind. */
    private static final class Telling {

        private final Rows rows;
        private final String phone;
        private final String userId;
        private final Map<Face, Oracle> oracles;
        private final Oracle one = new Oracle();
        private boolean merged;
        private Instant now;

        Telling(Rows rows, int person) {
            this.rows = rows;
            this.phone = "5511" + (970_000_000L + person);
            this.userId = "BR." + person;
            this.oracles = Map.of(Face.NUMBER, one, Face.USER_ID, new Oracle(), Face.BOTH, one);
            this.now = rows.clock().instant();
        }

        void goOn(Act act) {
            passes(act.after());
            if (act instanceof Act.Writes writes) {
                writes(writes);
            } else if (act instanceof Act.Says says) {
                says(says);
            } else if (act instanceof Act.Sets sets) {
                sets(sets);
            } else if (act instanceof Act.Refused refused) {
                refused(refused);
            } else if (act instanceof Act.Resolved resolved) {
                rows.act(() -> open(customer(resolved.face()), resolved.line())
                        .ifPresent(id -> rows.the(Conversations.class).resolve(id, now)));
            } else if (act instanceof Act.Sends sends) {
                sends(sends);
            }
        }

        private void passes(java.time.Duration time) {
            now = now.plus(time);
            rows.clock().set(now);
        }

        /** Whoever shows both is one from then on. */
        private Oracle oracle(Face face) {
            if (face == Face.BOTH && !merged) {
                one.is(Objects.requireNonNull(oracles.get(Face.USER_ID)));
                merged = true;
            }
            return merged ? one : Objects.requireNonNull(oracles.get(face));
        }

        private UUID customer(Face face) {
            oracle(face);
            return rows.the(Customers.class).recognise(contact(face), now);
        }

        private Contact contact(Face face) {
            return new Contact(
                    face == Face.USER_ID ? null : phone, face == Face.NUMBER ? null : userId, null, null, "Ana");
        }

        private void writes(Act.Writes act) {
            var at = now.minus(act.late());
            oracle(act.face()).writes(act.line(), at);
            if (act.words().noAdvertising) {
                oracle(act.face()).says(Purpose.MARKETING, Consent.State.WITHDRAWN, at);
            }
            if (act.words().nothing) {
                oracle(act.face()).says(Purpose.SERVICE, Consent.State.WITHDRAWN, at);
            }
            var contact = contact(act.face());
            var sender = new Sender(contact.phone(), contact.userId(), null, null, "Ana");
            rows.act(() -> rows.the(InboundStore.class)
                    .store(new InboundMessage(
                            act.line(),
                            false,
                            sender,
                            "wamid." + UUID.randomUUID(),
                            at,
                            "text",
                            act.words().text,
                            new Content.Text(false),
                            null,
                            Circumstances.NONE,
                            null,
                            JsonNodeFactory.instance.objectNode())));
        }

        private void says(Act.Says act) {
            var at = now.minus(act.ago());
            oracle(act.face()).says(act.purpose(), act.state(), at);
            rows.act(() -> rows.the(Consents.class)
                    .record(
                            customer(act.face()),
                            new Consent(act.purpose(), act.state(), Consent.Source.FORM, "form", at, null, null)));
        }

        private void sets(Act.Sets act) {
            var at = now.minus(act.late());
            var state = act.stop() ? Consent.State.WITHDRAWN : Consent.State.GRANTED;
            oracle(act.face()).says(Purpose.MARKETING, state, at);
            var contact = contact(act.face());
            var value = JsonNodeFactory.instance.objectNode();
            value.putArray("user_preferences")
                    .addObject()
                    .put("wa_id", contact.phone())
                    .put("user_id", contact.userId())
                    .put("category", "marketing_messages")
                    .put("value", act.stop() ? "stop" : "resume")
                    .put("timestamp", at.getEpochSecond());
            rows.act(() -> rows.the(PreferenceNotices.class)
                    .handle(new AccountNotice(1, "900", "user_preferences", value, now)));
        }

        private void refused(Act.Refused act) {
            var conversation = conversation(act.face(), act.line());
            if (act.optedOut()) {
                oracle(act.face()).says(Purpose.MARKETING, Consent.State.WITHDRAWN, now);
            } else {
                oracle(act.face()).isRefusedAsClosed(act.line(), now);
            }
            rows.act(() -> rows.the(FailureMarks.class)
                    .mark(conversation, act.optedOut() ? Reason.OPTED_OUT : Reason.WINDOW_CLOSED, now));
        }

        private void sends(Act.Sends act) {
            var conversation = conversation(act.face(), act.line());
            var message = new UUID[1];
            rows.act(() -> message[0] = rows.the(StoredSendQueue.class).add(outgoing(conversation, act.what())));
            passes(act.waits());

            var departure = rows.the(Departures.class).decide(message[0], false);

            var allowed = oracle(act.face()).allows(act.what(), act.line(), now);
            assertThat(departure)
                    .as(act.what() + " is " + (allowed ? "allowed" : "forbidden"))
                    .isInstanceOf(allowed ? Departure.Go.class : Departure.Refuse.class);
            if (departure instanceof Departure.Refuse refuse) {
                assertThat(refuse.code())
                        .isEqualTo(
                                act.what() == Sent.FREE_TEXT ? BusinessCodes.WINDOW_CLOSED : BusinessCodes.OPTED_OUT);
            }
            rows.jdbc()
                    .sql("delete from conversation.outgoing where message = ?")
                    .param(message[0])
                    .update();
        }

        private Outgoing outgoing(UUID conversation, Sent what) {
            var content = what == Sent.FREE_TEXT
                    ? new Content.Text(false)
                    : new Content.Template("offer", "pt_BR", what.name(), Map.of(), null, null, List.of());
            var kind = what == Sent.FREE_TEXT ? "text" : "template";
            var author = new Author(Author.Type.PROCESS, "campaign", "Casa Clima");
            return new Outgoing(conversation, null, author, kind, "Olá", content, null, null, false, null);
        }

        /** The open one, else the newest, else one that the company begins. */
        private UUID conversation(Face face, Line line) {
            var customer = new UUID[1];
            rows.act(() -> customer[0] = customer(face));
            return open(customer[0], line)
                    .or(() -> newest(customer[0], line))
                    .orElseGet(() -> begin(customer[0], line));
        }

        private Optional<UUID> open(UUID customer, Line line) {
            return find(customer, line, "and state <> 'RESOLVED' and not beside");
        }

        private Optional<UUID> newest(UUID customer, Line line) {
            return find(customer, line, "order by opened_at desc limit 1");
        }

        private Optional<UUID> find(UUID customer, Line line, String which) {
            return rows.jdbc()
                    .sql("select id from conversation.conversation where customer = ? and line = ? " + which)
                    .param(customer)
                    .param(line.id())
                    .query(UUID.class)
                    .optional();
        }

        private UUID begin(UUID customer, Line line) {
            var id = UUID.randomUUID();
            rows.jdbc()
                    .sql(
                            """
                            insert into conversation.conversation (id, customer, line, channel, state, speaker, queue,
                              opened_at, last_message_at)
                            values (?, ?, ?, 'whatsapp', 'OPEN', 'NONE', 'triage', ?::timestamptz, ?::timestamptz)""")
                    .param(id)
                    .param(customer)
                    .param(line.id())
                    .param(now.toString())
                    .param(now.toString())
                    .update();
            return id;
        }
    }
}
