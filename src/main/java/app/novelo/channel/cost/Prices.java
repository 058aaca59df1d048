package app.novelo.channel.cost;

import app.novelo.channel.cost.PriceRows.Imported;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The prices that count, in the memory of every node; a sample until a real list is imported. */
@Configuration(proxyBeanMethods = false)
class Prices implements InitializingBean {

    private static final String IMPORTED = "prices";

    /** In case that a node was not told of an import. */
    private static final Duration POLL = Duration.ofSeconds(30);

    private final PriceRows rows;
    private final PriceFile files;
    private final TransactionTemplate transaction;
    private final Wakeups wakeups;
    private final Clock clock;
    private volatile Known known = new Known(0, new PriceList(true, List.of()));

    Prices(PriceRows rows, PriceFile files, PlatformTransactionManager transactions, Wakeups wakeups, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** @param newest id of the list that was imported last */
    private record Known(long newest, PriceList list) {}

    @Bean
    Loop pricesWorker() {
        var loop = new Loop("prices", POLL, this::readIfNew);
        wakeups.listen(IMPORTED, loop::wake);
        return loop;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            if (rows.newestList() == 0) {
                rows.add(files.read(shipped(), null), clock.instant(), null, true);
            }
        });
        readIfNew();
    }

    PriceList list() {
        return known.list;
    }

    /**
     * @param from from when prices hold whose line does not say so
     * @throws PricesRefused if anything in it is wrong
     */
    Imported add(byte[] file, @Nullable LocalDate from, String by) {
        var prices = files.read(file, from);
        transaction.executeWithoutResult(status -> {
            rows.lock();
            rows.add(prices, clock.instant(), by, false);
            wakeups.signal(IMPORTED);
        });
        readIfNew();
        return rows.newest().orElseThrow();
    }

    private synchronized boolean readIfNew() {
        long newest = rows.newestList();
        if (newest != known.newest) {
            known = new Known(newest, new PriceList(isSample(), rows.thatCount()));
        }
        return false;
    }

    private boolean isSample() {
        return rows.newest().orElseThrow().sample();
    }

    private static byte[] shipped() {
        try {
            return new ClassPathResource("prices-sample.csv", Prices.class).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
