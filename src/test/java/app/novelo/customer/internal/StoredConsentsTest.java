package app.novelo.customer.internal;

import static app.novelo.customer.Consent.State.GRANTED;
import static app.novelo.customer.Consent.State.WITHDRAWN;
import static app.novelo.customer.Purpose.MARKETING;
import static app.novelo.customer.Purpose.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.Consent;
import app.novelo.customer.ConsentObserver;
import app.novelo.customer.Purpose;
import app.novelo.platform.Events;
import app.novelo.support.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.NonNull;

/** The ledger of what customers allow. */
class StoredConsentsTest {

    private static final JdbcClient JDBC = JdbcClient.create(Schema.fresh());
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final CustomerRows customers = new CustomerRows(JDBC);
    private final ConsentRows rows = new ConsentRows(JDBC);
    private final StoredConsents consents = new StoredConsents(rows, events(), observers());
    private final UUID customer = customers.create("Ana", NOON);

    @Test
    void knowNothingOfWhoNeverSaidAnything() {
        assertThat(consents.of(customer, MARKETING)).isEmpty();
        assertThat(consents.of(List.of(customer))).containsEntry(customer, List.of());
    }

    @Test
    void followTheNewestEntryOfEachPurpose() {
        assertThat(says(MARKETING, GRANTED, 0)).isTrue();
        assertThat(says(SERVICE, WITHDRAWN, 1)).isTrue();
        assertThat(says(MARKETING, WITHDRAWN, 2)).isTrue();
        assertThat(says(MARKETING, GRANTED, 3)).isTrue();

        assertThat(counts(MARKETING)).isEqualTo(GRANTED);
        assertThat(counts(SERVICE)).isEqualTo(WITHDRAWN);
        assertThat(consents.of(List.of(customer)).get(customer))
                .extracting(Consent::purpose, Consent::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(SERVICE, WITHDRAWN),
                        org.assertj.core.groups.Tuple.tuple(MARKETING, GRANTED));
        assertThat(told)
                .containsExactly("MARKETING GRANTED", "SERVICE WITHDRAWN", "MARKETING WITHDRAWN", "MARKETING GRANTED");
    }

    @Test
    void followTheTimeAtWhichHeSaidItAndNotTheOneAtWhichWeHeardOfIt() {
        says(MARKETING, GRANTED, 10);

        assertThat(says(MARKETING, WITHDRAWN, 5)).as("he agreed since").isFalse();

        assertThat(counts(MARKETING)).isEqualTo(GRANTED);
        assertThat(entries(customer)).isEqualTo(2);
    }

    @Test
    void believeTheOneThatWithdrawsOfTwoOfOneMoment() {
        says(MARKETING, WITHDRAWN, 0);
        assertThat(says(MARKETING, GRANTED, 0)).isFalse();
        assertThat(counts(MARKETING)).isEqualTo(WITHDRAWN);

        says(SERVICE, GRANTED, 0);
        assertThat(says(SERVICE, WITHDRAWN, 0)).isTrue();
        assertThat(counts(SERVICE)).isEqualTo(WITHDRAWN);
    }

    @Test
    void writeDownOnceWhatComesTwiceAndKeepEveryFurtherProof() {
        assertThat(says(MARKETING, GRANTED, 0)).isTrue();
        assertThat(says(MARKETING, GRANTED, 0)).isFalse();
        assertThat(entries(customer)).isEqualTo(1);

        assertThat(says(MARKETING, GRANTED, 1)).as("nothing is new").isFalse();
        assertThat(entries(customer)).isEqualTo(2);
        assertThat(says(MARKETING, WITHDRAWN, 1)).isTrue();
    }

    @Test
    void areOneLedgerOfTwoWhoAreOne() {
        var other = customers.create("Ana Souza", NOON);
        says(MARKETING, GRANTED, 5);
        consents.record(other, consent(MARKETING, WITHDRAWN, 6));
        consents.record(other, consent(SERVICE, GRANTED, 1));
        assertThat(counts(MARKETING)).isEqualTo(GRANTED);

        customers.merge(other, customer);

        for (var id : List.of(customer, other)) {
            assertThat(consents.of(id, MARKETING).orElseThrow().state()).isEqualTo(WITHDRAWN);
            assertThat(consents.of(id, SERVICE).orElseThrow().state()).isEqualTo(GRANTED);
        }
        assertThat(new ConsentLedger(JDBC).of(customer, ConsentCursor.of(null), 10))
                .hasSize(3);
        consents.record(other, consent(MARKETING, GRANTED, 7));
        assertThat(counts(MARKETING)).as("under the id that is no more").isEqualTo(GRANTED);
    }

    private boolean says(Purpose purpose, Consent.State state, int minute) {
        return consents.record(customer, consent(purpose, state, minute));
    }

    private static Consent consent(Purpose purpose, Consent.State state, int minute) {
        return new Consent(
                purpose,
                state,
                Consent.Source.FORM,
                "https://casaclima.example/f/1",
                NOON.plusSeconds(60L * minute),
                null,
                null);
    }

    private Consent.State counts(Purpose purpose) {
        return consents.of(customer, purpose).orElseThrow().state();
    }

    private static int entries(UUID customer) {
        return JDBC.sql("select count(*) from customer.consent where customer = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    private static Events events() {
        return new Events() {
            @Override
            public void append(String type, Map<String, ?> data) {}

            @Override
            public void appendAll(String type, List<Map<String, Object>> data) {}
        };
    }

    private ObjectProvider<ConsentObserver> observers() {
        return new ObjectProvider<>() {
            @Override
            @NonNull
            public Stream<ConsentObserver> stream() {
                return Stream.of((who, consent) -> told.add(consent.purpose() + " " + consent.state()));
            }
        };
    }
}
