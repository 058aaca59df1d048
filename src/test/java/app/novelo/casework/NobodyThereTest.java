package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Whoever writes while nobody works is told when somebody will, and his time counts from then. A program of its own, because
 * its support opens on one day of the week only.
 */
@RunningNovelo
@DirtiesContext
@TestPropertySource(
        properties = {
            "novelo.data-dir=target/nobody-there",
            "camunda.bpm.webapp.enabled=false" // static: their end would end those of all other tests
        })
class NobodyThereTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt");

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void theCustomerIsToldWhenSomebodyWillBeThereAndHisClockWaitsUntilThen() {
        var day = clock.instant().atZone(SAO_PAULO).plusDays(3);
        opensOn(day);
        var phone = customer.newPhone();

        customer.says(phone, "minha geladeira não gela");

        var told = eventually(() -> customer.received(phone).get(0));
        var ticket = cases.ticketOf(phone);
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, PORTUGUESE);
        assertThat(told)
                .contains(ticket)
                .contains("responder por aqui, a partir de " + weekday + ", " + day.getDayOfMonth() + " de ")
                .endsWith(", às 09:00.");
        assertThat(eventually(() -> cases.taskOf(ticket))).isNotNull();
        var opens = day.withHour(9).withMinute(0).withSecond(0).withNano(0).toInstant();
        assertThat(due(ticket)).isEqualTo(opens.plus(Duration.ofHours(4)));
        assertThat(cases.offered(ticket, "routing")).contains("\"anybodyOnShift\": false");
    }

    @Test
    void inOtherLanguagesToo() {
        opensOn(clock.instant().atZone(SAO_PAULO).plusDays(3));
        var phone = customer.newPhone();

        customer.says(phone, "My washing machine does not turn on, it is broken and I need technical support");

        assertThat(eventually(() -> customer.received(phone).get(0)))
                .contains("will answer you here, from ")
                .endsWith(", 09:00 on.");
    }

    @Test
    void whileSomebodyWorksNothingIsSaidOfIt() {
        opensOn(clock.instant().atZone(SAO_PAULO), "00:00", "24:00");
        var phone = customer.newPhone();

        customer.says(phone, "minha geladeira não gela");

        assertThat(eventually(() -> customer.received(phone).get(0))).endsWith("vai responder por aqui.");
    }

    private void opensOn(ZonedDateTime day) {
        opensOn(day, "09:00", "18:00");
    }

    private void opensOn(ZonedDateTime day, String opens, String closes) {
        var weekday = day.getDayOfWeek().name();
        var answer = agent.put(
                "marta",
                "/api/v1/calendars/support",
                Map.of("hours", Map.of(weekday, List.of(Map.of("opens", opens, "closes", closes)))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Instant due(String ticket) {
        return jdbc.sql("select due_at from servicelevel.clock where case_number = ? and metric = 'firstResponse'")
                .param(ticket)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
