package app.novelo.desk;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.RunningNovelo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calendars over the API. Each test uses one of its own name. */
@RunningNovelo
class CalendarApiTest {

    private static final Map<String, ?> MORNINGS =
            Map.of("MONDAY", List.of(Map.of("opens", "09:00", "closes", "12:00")));

    @Autowired
    Agent agent;

    @Autowired
    Calendars calendars;

    @Test
    void theShippedCalendarsCameThroughTheChangeOfTheirStore() {
        var support = agent.get("bruno", "/api/v1/calendars/support").body();

        assertThat(support.path("holidays").asText()).isEqualTo("br");
        assertThat(support.path("hours").path("SATURDAY").toString())
                .isEqualTo("[{\"opens\":\"09:00\",\"closes\":\"13:00\"}]");
        assertThat(support.path("hours").path("MONDAY")).hasSize(2);
        assertThat(support.path("hours").has("SUNDAY")).isFalse();
    }

    @Test
    void aChangedCalendarCountsFromThenOnAndItsOldVersionGoesOnBeingKnown() {
        put("changing", Map.of("hours", MORNINGS));
        var old = calendars.newest("changing");
        var monday = Instant.parse("2026-11-30T12:00:00Z"); // nine o'clock in Sao Paulo

        put("changing", Map.of("timeZone", "UTC", "hours", MORNINGS));

        eventually(() -> calendars.newest("changing").version() == old.version() + 1);
        assertThat(calendars.isOpen("changing", monday)).isFalse();
        assertThat(calendars.version("changing", old.version()).isOpen(monday)).isTrue();
        assertThat(calendars.after("changing", monday, Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-12-07T10:00:00Z"));
    }

    @Test
    void tellsOfEachDayWhatOpensAndWhyNot() {
        put(
                "days",
                Map.of(
                        "holidays",
                        "br-sp",
                        "hours",
                        Map.of("THURSDAY", List.of(Map.of("opens", "18:00", "closes", "24:00"))),
                        "exceptions",
                        List.of(Map.of("date", "2026-07-02", "reason", "Mudança"))));

        var days = agent.get("bruno", "/api/v1/calendars/days/days?from=2026-07-01&to=2026-07-16")
                .body()
                .path("items");

        assertThat(days).hasSize(16);
        assertThat(days.get(1).toString()).contains("\"why\":\"exception\"", "Mudança", "\"open\":[]");
        assertThat(days.get(8).toString()).contains("\"date\":\"2026-07-09\"", "\"why\":\"holiday\"", "\"open\":[]");
        assertThat(days.get(15).toString()).contains("\"why\":\"week\"", "24:00");
        assertThat(agent.get("bruno", "/api/v1/calendars/days/days?from=2026-07-02&to=2026-07-01")
                        .status())
                .isEqualTo(400);
        assertThat(agent.get("bruno", "/api/v1/calendars/days/days?from=2026-07-02&to=2036-07-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCalendarInUseIsNotTakenAwayAndSaysWhoUsesIt() {
        var refused = agent.delete("marta", "/api/v1/calendars/support");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("calendar-in-use");
        assertThat(refused.body().path("usedBy").toString()).contains("queue support");
    }

    @Test
    void aCalendarThatNobodyUsesIsTakenAway() {
        put("unused", Map.of("hours", MORNINGS));

        assertThat(agent.delete("marta", "/api/v1/calendars/unused").status()).isEqualTo(204);

        assertThat(agent.get("marta", "/api/v1/calendars/unused").status()).isEqualTo(404);
        assertThat(agent.delete("marta", "/api/v1/calendars/unused").status()).isEqualTo(404);
    }

    @Test
    void onlyManagersChangeCalendars() {
        assertThat(agent.put("bruno", "/api/v1/calendars/mine", Map.of("hours", MORNINGS))
                        .status())
                .isEqualTo(404);
        assertThat(agent.delete("bruno", "/api/v1/calendars/standard").status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/calendars").body().toString()).contains("standard");
        assertThat(agent.get("bruno", "/api/v1/holiday-regions/br").body().toString())
                .contains("br-sp-csp");
    }

    @Test
    void aCalendarWithoutHoursIsRefusedWithTheField() {
        var refused = agent.put("marta", "/api/v1/calendars/empty", Map.of("hours", Map.of()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo("hours");
        assertThat(agent.put("marta", "/api/v1/calendars/clock", Map.of("hours", MORNINGS))
                        .status())
                .isEqualTo(400);
    }

    private void put(String name, Map<String, ?> calendar) {
        assertThat(agent.put("marta", "/api/v1/calendars/" + name, calendar).status())
                .isEqualTo(200);
    }
}
