package app.novelo.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a chat's 5/6 is in May or in June. */
class DayOrdersTest {

    private static final LocalDateTime LATEST = LocalDateTime.parse("2026-11-27T00:00:00");

    @Test
    void aDayBeyondTwelveTellsTheOrder() {
        assertThat(orders("05/06/2024", "25/06/2024").found()).contains(DayOrder.DMY);
        assertThat(orders("5/6/24", "6/25/24").found()).contains(DayOrder.MDY);
        assertThat(orders("2024-05-06").found()).contains(DayOrder.YMD);
    }

    @Test
    void aChatGoesForward() {
        assertThat(orders("10/01/2024", "11/01/2024", "01/02/2024").found()).contains(DayOrder.DMY);
        assertThat(orders("1/10/24", "1/11/24", "2/1/24").found()).contains(DayOrder.MDY);
    }

    @Test
    void nobodyHasWrittenInTheFuture() {
        assertThat(orders("11/12/2026").found()).contains(DayOrder.MDY);
    }

    @Test
    void whatFitsBothWaysIsAskedBack() {
        var orders = orders("05/06/2024", "06/07/2024");

        assertThat(orders.found()).isEmpty();
        assertThat(orders.possible()).containsExactly(DayOrder.DMY, DayOrder.MDY);
    }

    @Test
    void whatFitsNoWayIsNone() {
        assertThat(orders("45/06/2024", "06/45/2024").possible()).isEmpty();
        assertThat(orders("31/02/2024", "02/31/2024").possible()).isEmpty();
    }

    private static DayOrders orders(String... dates) {
        var orders = new DayOrders(LATEST);
        List.of(dates)
                .forEach(date -> orders.see(Stamp.of(date + ", 10:00 - Ana: oi").orElseThrow()));
        return orders;
    }
}
