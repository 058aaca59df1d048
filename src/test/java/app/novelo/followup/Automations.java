package app.novelo.followup;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers to whom something happens, and what becomes of it. */
public final class Automations {

    private static final String EVENTS = "/api/v1/automations/events";

    private final Customer customer;
    private final Agent agent;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Automations(Customer customer, Agent agent, JdbcClient jdbc, Clock clock) {
        this.customer = customer;
        this.agent = agent;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tests run at night, too. */
    public void alwaysOpen() {
        served("clock");
    }

    /** It opens tomorrow, whatever day that is. */
    public void closedToday() {
        var tomorrow = ZonedDateTime.now(clock).plusDays(1).getDayOfWeek();
        var hours = Map.of(tomorrow.name(), List.of(Map.of("opens", "09:00", "closes", "18:00")));
        assertThat(agent.put("marta", "/api/v1/calendars/tomorrow", Map.of("hours", hours))
                        .status())
                .isEqualTo(200);
        served("tomorrow");
    }

    /** It is open day and night, but for today. */
    public void holidayToday() {
        var day = List.of(Map.of("opens", "00:00", "closes", "24:00"));
        var hours = Stream.of(DayOfWeek.values()).collect(Collectors.toMap(DayOfWeek::name, name -> day));
        var today = LocalDate.now(clock).toString();
        var holiday = List.of(Map.of("date", today, "reason", "Aniversário da cidade"));
        assertThat(agent.put("marta", "/api/v1/calendars/feast", Map.of("hours", hours, "exceptions", holiday))
                        .status())
                .isEqualTo(200);
        served("feast");
    }

    public void asBefore() {
        served(null);
    }

    private void served(@Nullable String calendar) {
        var wish = new HashMap<String, @Nullable Object>();
        wish.put("calendar", calendar);
        var answer = agent.patch("marta", "/api/v1/lines/" + line(), wish);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String line() {
        return jdbc.sql("select id::text from channel.line where provider_id = ?")
                .param(Meta.LINE)
                .query(String.class)
                .single();
    }

    /** @param purposes to which he has agreed, an hour ago: what he says later is later */
    public String known(String phone, String... purposes) {
        var consents = Stream.of(purposes)
                .map(purpose -> Map.of("purpose", purpose, "state", "GRANTED", "proof", "paper", "at", anHourAgo()))
                .toList();
        var answer = agent.post(
                "marta",
                "/api/v1/customers",
                Map.of("name", "Ana Souza", "phone", "+" + phone, "language", "pt", "consents", consents));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private String anHourAgo() {
        return clock.instant().minus(Duration.ofHours(1)).toString();
    }

    public void withdraws(String id, String purpose) {
        var answer = agent.post(
                "marta",
                "/api/v1/customers/" + id + "/consents",
                Map.of("purpose", purpose, "state", "WITHDRAWN", "proof", "he said so"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** He writes, and is greeted; his window is open. */
    public void writes(String phone) {
        int before = customer.received(phone).size();
        customer.says(phone, "oi");
        eventually(() -> customer.received(phone).size() > before);
    }

    /** As if he had written last so many days ago. */
    public void silentFor(String id, int days) {
        jdbc.sql(
                        """
                        insert into conversation.service_window (customer, line, last_inbound_at)
                        select ?::uuid, id, ?::timestamptz from channel.line where provider_id = ?
                        on conflict (customer, line) do update set last_inbound_at = excluded.last_inbound_at""")
                .param(id)
                .param(clock.instant().minus(Duration.ofDays(days)).toString())
                .param(Meta.LINE)
                .update();
    }

    public Agent.Answer tells(Map<String, Object> event) {
        return agent.post("marta", EVENTS, event);
    }

    /** @return its number */
    public String happens(String event, String id) {
        return happens(event, id, "S-" + UUID.randomUUID());
    }

    public String happens(String event, String id, String subject) {
        return number(tells(Map.of("event", event, "customer", id, "subject", subject)));
    }

    /** @param inDays when it is due */
    public String invoice(String id, String subject, int inDays) {
        return number(tells(Map.of(
                "event",
                "paymentDue",
                "customer",
                id,
                "subject",
                subject,
                "dueAt",
                clock.instant().plus(Duration.ofDays(inDays)).toString(),
                "values",
                Map.of("amount", 149.9, "currency", "BRL", "dueDate", "2026-12-01", "link", "https://pay.example/1"))));
    }

    private static String number(Agent.Answer told) {
        assertThat(told.status()).as(told.toString()).isEqualTo(202);
        return told.body().path("number").asText();
    }

    public JsonNode state(String number) {
        return agent.get("marta", "/api/v1/automations/" + number).body();
    }

    /** Waits for its end. @return how it ended, and why if it was not as it should */
    public String end(String number) {
        var ended = eventually(() -> {
            var now = state(number);
            return now.path("state").asText().equals("ENDED") ? now : null;
        });
        return (ended.path("outcome").asText() + " " + ended.path("reason").asText(""))
                .replace(" null", "")
                .strip();
    }

    /** @return the number of what was made of an event that nobody has told by the API */
    public @Nullable String numberOf(String event, String subject) {
        return jdbc.sql("select number from followup.reengagement where event = ? and subject = ?")
                .param(event)
                .param(subject)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
