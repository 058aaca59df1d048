package app.novelo.channel.cost;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.platform.Wakeups;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every node has the prices in its memory. */
class PricesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private final DataSource database = CostTables.fresh();
    private final Everywhere wakeups = new Everywhere();

    @Test
    void areTheSampleOnceHoweverManyNodesStart() {
        var nodes = List.of(node(), node(), node());
        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(node::afterPropertiesSet))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from channel.price_list where sample")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(nodes).allSatisfy(node -> {
            assertThat(node.list().isSample()).isTrue();
            assertThat(price(node)).isEqualTo("0.300000");
        });
    }

    @Test
    void areKnownToOtherNodesAsSoonAsOneHasImportedThem() {
        var here = node();
        var there = node();
        Stream.of(here, there).forEach(Prices::afterPropertiesSet);
        var loop = there.pricesWorker();
        loop.start();

        here.add(csv("0.3125"), DAY, "marta");

        assertThat(price(here)).as("who imported them waits for nobody").isEqualTo("0.312500");
        assertThat(wakeups.told).as("the poll is for those who did not hear it").containsExactly("prices");
        eventually(() -> price(there).equals("0.312500"));
        loop.stop();
    }

    @Test
    void stayAsTheyAreIfAListIsRefused() {
        var node = node();
        node.afterPropertiesSet();

        assertThatThrownBy(() -> node.add(csv("a lot"), DAY, "marta")).isInstanceOf(PricesRefused.class);

        assertThat(node.list().isSample()).isTrue();
        assertThat(price(node)).isEqualTo("0.300000");
    }

    private static byte[] csv(String amount) {
        return ("market,category,currency,amount\nBrazil,marketing,BRL," + amount + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String price(Prices node) {
        return node.list()
                .find(List.of("Brazil"), "marketing", "BRL", DAY)
                .orElseThrow()
                .amount()
                .toPlainString();
    }

    private Prices node() {
        return new Prices(
                new PriceRows(JdbcClient.create(database)),
                new PriceFile(new Markets()),
                new JdbcTransactionManager(database),
                wakeups,
                Clock.systemUTC());
    }

    /** As over the database: after the commit, all hear it. */
    private static final class Everywhere implements Wakeups {

        private final Map<String, List<Runnable>> listeners = new HashMap<>();
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void signal(String topic) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    told.add(topic);
                    listeners.getOrDefault(topic, List.of()).forEach(Runnable::run);
                }
            });
        }

        @Override
        public void listen(String topic, Runnable action) {
            listeners.computeIfAbsent(topic, key -> new ArrayList<>()).add(action);
        }
    }
}
