package app.novelo.customer;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.People.Person;
import app.novelo.support.Agent;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who a message is from: by user id, then by number; see docs/adr/0016. */
@ProgramOfItsOwn
class RecognitionTest {

    @Autowired
    Meta meta;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    People people;

    @BeforeEach
    void meetPeople() {
        people = new People(meta, jdbc, json, clock);
    }

    @Autowired
    Agent agent;

    @Autowired
    JdbcClient jdbc;

    private String from(Person person) {
        return people.customerOf(people.says(person, "oi"));
    }

    @Test
    void knowsAPersonWhoHidesHisNumberFromNowOn() {
        var ana = people.stranger().called("Ana");
        var known = from(ana);

        assertThat(from(ana.hiddenAs("ana." + known.substring(0, 8)))).isEqualTo(known);
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(ana.phone());
    }

    @Test
    void learnsTheNameOfWhoeverCalledHimselfByHisNumber() {
        var ana = people.stranger();
        var known = from(ana.called("+55 (11) 95555-0001"));

        from(ana.called("Ana B"));

        assertThat(people.shown(agent, known).path("name").asText()).isEqualTo("Ana B");
    }

    @Test
    void knowsAPersonWhoShowsHisNumberAtLast() {
        var ana = people.stranger();
        var known = from(ana.hiddenAs("ana.b"));
        assertThat(people.shown(agent, known).path("phone").isNull()).isTrue();
        assertThat(people.shown(agent, known).path("name").asText()).isEqualTo("@ana.b");

        assertThat(from(ana.called("Ana B"))).isEqualTo(known);
        var shown = people.shown(agent, known);
        assertThat(shown.path("phone").asText()).isEqualTo(ana.phone());
        assertThat(shown.path("name").asText()).isEqualTo("Ana B");
    }

    @Test
    void learnsTheUserIdOfSomebodyKnownByHisNumber() {
        var ana = people.stranger();
        var known = from(Person.of(ana.phone(), null));

        assertThat(from(ana)).isEqualTo(known);
        assertThat(from(Person.of(null, ana.userId()))).isEqualTo(known);
    }

    @Test
    void knowsABrazilianWithAndWithoutTheNinthDigit() {
        var phone = people.newPhone();
        var known = from(Person.of(phone, null));

        var eight = phone.substring(0, 4) + phone.substring(5);
        assertThat(from(Person.of(eight, null))).isEqualTo(known);
        assertThat(people.shown(agent, known).path("phone").asText())
                .as("as it came last")
                .isEqualTo(eight);
        assertThat(people.shown(agent, known).path("identities")).hasSize(1);
    }

    @Test
    void mergesTwoWhomAMessageProvesToBeOne() {
        var ana = people.stranger();
        var byNumber = from(Person.of(ana.phone(), null).called("Ana"));
        var byUserId = from(Person.of(null, ana.userId()));
        assertThat(byUserId).isNotEqualTo(byNumber);

        var one = from(ana);

        assertThat(one).as("the longer known goes on").isEqualTo(byNumber);
        assertThat(people.shown(agent, byUserId).path("id").asText()).isEqualTo(byNumber);
        assertThat(people.shown(agent, byNumber).path("merged").path(0).asText())
                .isEqualTo(byUserId);
        assertThat(from(Person.of(null, ana.userId()))).isEqualTo(byNumber);
    }

    /** Nobody told of a change: the number has another owner, who must not inherit what the first one said. */
    @Test
    void doesNotTakeTheNextOwnerOfANumberForTheFirst() {
        var first = people.stranger().called("Primeira");
        var before = from(first);
        var next = Person.of(first.phone(), people.newUserId()).called("Segunda");

        var after = from(next);

        assertThat(after).isNotEqualTo(before);
        assertThat(people.shown(agent, after).path("name").asText()).isEqualTo("Segunda");
        assertThat(people.shown(agent, after).path("phone").asText()).isEqualTo(first.phone());
        var lost = people.shown(agent, before);
        assertThat(lost.path("phone").isNull()).isTrue();
        assertThat(former(lost).path("value").asText()).isEqualTo(first.phone());
        assertThat(former(lost).path("ended").asText()).isEqualTo("TAKEN_OVER");
        assertThat(from(Person.of(null, first.userId()))).isEqualTo(before);
        assertThat(from(Person.of(first.phone(), null)))
                .as("whoever has it now")
                .isEqualTo(after);
    }

    @Test
    void givesTheNumberToOneOfTwoWhoHaveUserIdsOfTheirOwn() {
        var first = people.stranger();
        var second = people.stranger();
        var one = from(first);
        var two = from(Person.of(null, second.userId()));

        assertThat(from(second.with(first.phone(), second.userId()))).isEqualTo(two);
        assertThat(people.shown(agent, one).path("phone").isNull()).isTrue();
        assertThat(people.shown(agent, two).path("phone").asText()).isEqualTo(first.phone());
    }

    @Test
    void neverTakesAUserNameForAPerson() {
        var name = "nome" + people.newPhone();
        var first = from(people.stranger().hiddenAs(name));

        var second = from(people.stranger().hiddenAs(name.toUpperCase(Locale.ROOT)));

        assertThat(second).isNotEqualTo(first);
        assertThat(people.shown(agent, first).path("username").isNull()).isTrue();
        assertThat(people.shown(agent, second).path("username").asText()).isEqualToIgnoringCase(name);
    }

    @Test
    void knowsAPersonOfALinkedPortfolioByTheParentIdOfOneOnly() {
        var parent = "BR.ENT." + people.newUserId();
        var known = from(people.stranger().withParent(parent));

        assertThat(from(Person.of(null, people.newUserId()).withParent(parent))).isEqualTo(known);

        var shared = "BR.ENT." + people.newUserId();
        var one = from(people.stranger().withParent(shared));
        var two = from(people.stranger());
        jdbc.sql(
                        "insert into customer.identity (kind, key, value, customer, known_since, used_since) select 'PARENT_USER_ID', ?, ?, ?::uuid, now(), now()")
                .params(shared, shared, two)
                .update();
        assertThat(from(Person.of(null, people.newUserId()).withParent(shared))).isNotIn(one, two);
    }

    @Test
    void writesToTheNumberThatWasUsedLast() {
        var user = people.newUserId();
        var one = people.newPhone();
        var two = people.newPhone();
        var known = from(Person.of(one, user));
        from(Person.of(two, user));
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(two);

        from(Person.of(one, user));
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(one);
    }

    /** One by his number, one by his user id, one by both: three lanes, and nobody knows him. */
    @Test
    void makesOneCustomerOfAStrangerWhomManyLanesMeetAtOnce() {
        for (int round = 0; round < 5; round++) {
            var ana = people.stranger();
            var messages = IntStream.range(0, 12)
                    .parallel()
                    .mapToObj(n -> people.says(
                            n % 3 == 0
                                    ? ana
                                    : n % 3 == 1 ? Person.of(ana.phone(), null) : Person.of(null, ana.userId()),
                            "oi " + n))
                    .toList();

            eventually(() -> stored(messages) == messages.size());
            assertThat(messages.stream().map(people::customerOf).distinct()).hasSize(1);
            assertThat(people.shown(agent, people.customerOf(messages.get(0))).path("identities"))
                    .hasSize(2);
            assertThat(atOnce(people.customerOf(messages.get(0)))).isEqualTo(1);
        }
    }

    private int stored(List<String> messages) {
        return jdbc.sql("select count(*) from conversation.provider_message where provider_id in (:ids)")
                .param("ids", messages)
                .query(Integer.class)
                .single();
    }

    /** @return conversations that new messages may go to */
    private int atOnce(String customer) {
        return jdbc.sql(
                        "select count(*) from conversation.conversation where customer = ?::uuid and state <> 'RESOLVED' and not beside")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    @Test
    void takesIdsThatAreNoIdsForNobodysAndLosesNoMessage() {
        var long500 = "5".repeat(500);
        var emoji = "\uD83D\uDE00".repeat(3) + people.newPhone();
        var one = from(Person.of(emoji, null));
        var two = from(Person.of("9".repeat(40), null));
        var three = from(new Person(null, people.newUserId(), long500, long500, null));

        assertThat(List.of(one, two, three)).doesNotHaveDuplicates();
        assertThat(from(Person.of(emoji, null))).isEqualTo(one);
        assertThat(people.shown(agent, three).path("identities")).hasSize(1);
    }

    private static JsonNode former(JsonNode customer) {
        return StreamSupport.stream(customer.path("identities").spliterator(), false)
                .filter(identity -> !identity.path("validUntil").isNull())
                .findFirst()
                .orElseThrow();
    }
}
