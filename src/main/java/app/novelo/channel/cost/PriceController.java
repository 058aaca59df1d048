package app.novelo.channel.cost;

import app.novelo.channel.Cost;
import app.novelo.channel.cost.PriceRows.Imported;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** WhatsApp's prices, for managers: it tells nobody what it charges but by its lists. */
@RestController
@RequestMapping("/api/v1/prices")
class PriceController {

    private final Prices prices;
    private final PriceRows rows;
    private final JdbcClient jdbc;

    PriceController(Prices prices, PriceRows rows, JdbcClient jdbc) {
        this.prices = prices;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @GetMapping
    PricesView list(
            @RequestParam(required = false) @Nullable String market,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(defaultValue = "false") boolean history,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        var found = jdbc.sql(
                        """
                        select * from channel.price
                        where id > :after and (:history or replaced_by is null) and (:market::text is null or market = :market)
                          and (:currency::text is null or currency = :currency) order by id limit :most""")
                .param("after", after == null ? 0 : after)
                .param("history", history)
                .param("market", market, Types.VARCHAR)
                .param("currency", currency, Types.VARCHAR)
                .param("most", most + 1)
                .query((row, n) ->
                        PriceView.of(row.getString("id"), PriceRows.price(row), row.getString("replaced_by")))
                .list();
        var page = Page.of(found, most, PriceView::id);
        var newest = rows.newest().orElseThrow();
        return new PricesView(newest.sample(), newest, page.items(), page.next());
    }

    /** @param file CSV */
    @PutMapping(consumes = "text/csv")
    Imported replace(@RequestBody byte[] file, @RequestParam(required = false) @Nullable String from) {
        Callers.managersOnly();
        return prices.add(file, day(from), Callers.current().id());
    }

    private static @Nullable LocalDate day(@Nullable String from) {
        try {
            return from == null ? null : LocalDate.parse(from);
        } catch (DateTimeException e) {
            throw new BadRequest("from", "no day such as 2026-10-01");
        }
    }

    /** @param sample these are examples and nobody's prices: no real list has been imported yet */
    record PricesView(boolean sample, Imported list, List<PriceView> items, @Nullable String next) {}

    /**
     * @param validUntil the last day; null = until further notice
     * @param replacedBy id of the list that says otherwise for all of its days; null = it counts
     */
    record PriceView(
            String id,
            String market,
            String category,
            String currency,
            BigDecimal amount,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String replacedBy) {

        static PriceView of(String id, Price price, @Nullable String replacedBy) {
            return new PriceView(
                    id,
                    price.market(),
                    price.category(),
                    price.currency(),
                    Cost.shown(price.amount()),
                    price.from(),
                    price.until(),
                    replacedBy);
        }
    }
}
