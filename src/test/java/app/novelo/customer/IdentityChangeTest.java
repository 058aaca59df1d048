package app.novelo.customer;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.People.Person;
import app.novelo.support.Agent;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody has another number or user id from now on, and WhatsApp tells so. */
@ProgramOfItsOwn
class IdentityChangeTest {

    @Autowired
    Meta meta;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Agent agent;

    People people;

    @BeforeEach
    void meetPeople() {
        people = new People(meta, jdbc, json, clock);
    }

    private String from(Person person) {
        return people.customerOf(people.says(person, "oi"));
    }

    @Test
    void keepsTheHistoryOfACustomerWhoChangesHisNumber() {
        var ana = people.stranger();
        var known = from(ana);
        var moved = ana.with(people.newPhone(), people.newUserId());

        var notice = people.tellsChange(
                Person.of(ana.phone(), null), "user_changed_number", moved.phone(), moved.userId(), ana.userId());

        assertThat(people.customerOf(notice)).isEqualTo(known);
        assertThat(from(moved)).isEqualTo(known);
        var shown = people.shown(agent, known);
        assertThat(shown.path("phone").asText()).isEqualTo(moved.phone());
        assertThat(shown.path("userId").asText()).isEqualTo(moved.userId());
        assertThat(former(shown)).containsExactlyInAnyOrder(ana.phone(), ana.userId());
        assertThat(whatHappened(known)).containsExactly("NUMBER_CHANGED");
    }

    @Test
    void givesTheOldNumbersNextOwnerNoHistory() {
        var ana = people.stranger();
        var known = from(ana);
        people.customerOf(
                people.tellsChange(ana, "user_changed_number", people.newPhone(), people.newUserId(), ana.userId()));

        assertThat(from(Person.of(ana.phone(), people.newUserId()))).isNotEqualTo(known);
    }

    @Test
    void givesTheNewNumbersLastOwnerNoHistory() {
        var last = people.stranger();
        var before = from(Person.of(last.phone(), null));
        var ana = people.stranger();
        var known = from(ana);

        people.customerOf(
                people.tellsChange(ana, "user_changed_number", last.phone(), people.newUserId(), ana.userId()));

        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(last.phone());
        assertThat(people.shown(agent, before).path("id").asText()).isEqualTo(before);
        assertThat(people.shown(agent, before).path("phone").isNull()).isTrue();
    }

    /** Deliveries have no order. */
    @Test
    void joinsWhoWroteUnderTheNewIdsBeforeTheNoticeCame() {
        var ana = people.stranger();
        var known = from(ana);
        var moved = ana.with(people.newPhone(), people.newUserId());
        var early = from(moved);
        assertThat(early).isNotEqualTo(known);

        var notice = people.tellsChange(ana, "user_changed_number", moved.phone(), moved.userId(), ana.userId());

        assertThat(people.customerOf(notice)).isEqualTo(known);
        assertThat(from(moved)).isEqualTo(known);
        assertThat(people.shown(agent, early).path("id").asText()).isEqualTo(known);
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(moved.phone());
    }

    @Test
    void joinsWhoCameUnderTheNewNumberAloneAfterTheChange() {
        var ana = people.stranger();
        var known = from(ana);
        var number = people.newPhone();
        var early = from(Person.of(number, null));
        var anHourAgo = clock.instant().minus(Duration.ofHours(1));

        people.customerOf(
                people.tellsChange(anHourAgo, ana, "user_changed_number", number, people.newUserId(), ana.userId()));

        assertThat(people.shown(agent, early).path("id").asText()).isEqualTo(known);
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(number);
    }

    @Test
    void knowsAMessageFromBeforeTheChangeThatComesLate() {
        var ana = people.stranger();
        var known = from(ana);
        var moved = ana.with(people.newPhone(), people.newUserId());
        people.customerOf(people.tellsChange(ana, "user_changed_number", moved.phone(), moved.userId(), ana.userId()));

        assertThat(from(ana)).isEqualTo(known);
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(moved.phone());
    }

    @Test
    void understandsTheNoticeOfBeforeUserIds() {
        var ana = Person.of(people.newPhone(), null);
        var known = from(ana);
        var number = people.newPhone();

        var notice = people.tellsChange(ana, "customer_changed_number", number, null, null);

        assertThat(people.customerOf(notice)).isEqualTo(known);
        assertThat(from(Person.of(number, null))).isEqualTo(known);
        assertThat(from(ana)).as("somebody else").isNotEqualTo(known);
    }

    @Test
    void understandsANoticeThatNamesNobodyButByUserId() {
        var ana = people.stranger();
        var known = from(ana);
        var id = people.newUserId();

        var notice = people.tellsChange(Person.of(null, null), "user_changed_user_id", null, id, ana.userId());

        assertThat(people.customerOf(notice)).isEqualTo(known);
        assertThat(from(Person.of(null, id))).isEqualTo(known);
        assertThat(people.shown(agent, known).path("phone").asText())
                .as("his still")
                .isEqualTo(ana.phone());
    }

    @Test
    void understandsTheFieldThatMetaHadBefore() {
        var ana = people.stranger();
        var known = from(ana);
        var id = people.newUserId();

        people.tellsUserIdUpdate(ana.phone(), id, ana.userId());

        eventually(() -> people.shown(agent, known).path("userId").asText().equals(id));
        assertThat(from(Person.of(null, id))).isEqualTo(known);
        assertThat(from(ana.with(ana.phone(), id))).isEqualTo(known);
    }

    @Test
    void doesNotGoBackToWhatAnOlderNoticeTells() {
        var ana = people.stranger();
        var known = from(ana);
        var second = people.newUserId();
        var third = people.newUserId();
        people.customerOf(people.tellsChange(ana, "user_changed_user_id", null, second, ana.userId()));
        people.customerOf(people.tellsChange(Person.of(null, second), "user_changed_user_id", null, third, second));
        jdbc.sql("update customer.identity set valid_until = valid_until + interval '1 hour' where value = ?")
                .param(second)
                .update();

        people.customerOf(people.tellsChange(ana, "user_changed_user_id", null, second, ana.userId()));

        assertThat(people.shown(agent, known).path("userId").asText()).isEqualTo(third);
    }

    @Test
    void changesNobodyWhenOnlyTheKeyOfHisPhoneIsNew() {
        var ana = people.stranger();
        var known = from(ana);

        var notice = people.tellsChange(ana, "customer_identity_changed", null, null, null);

        assertThat(people.customerOf(notice)).isEqualTo(known);
        assertThat(former(people.shown(agent, known))).isEmpty();
    }

    private List<String> former(JsonNode customer) {
        return StreamSupport.stream(customer.path("identities").spliterator(), false)
                .filter(identity -> !identity.path("validUntil").isNull())
                .map(identity -> identity.path("value").asText())
                .toList();
    }

    private List<String> whatHappened(String customer) {
        var page = agent.get("marta", "/api/v1/customers/" + customer + "/timeline");
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .filter(item -> item.path("type").asText().equals("identity"))
                .map(item -> item.path("content").path("what").asText())
                .toList();
    }
}
