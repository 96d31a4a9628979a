package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Kills the standalone at random moments while orders are under way: nothing is lost, nothing is stuck, nothing counts twice. */
class KillIT {
    private static final Logger LOG = Logger.getLogger(KillIT.class);
    private static final int KILLS = 3;
    private static final int ORDERS = 2_000;
    private static final int STOCK = 700;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void shouldEndEveryExecutionAfterAKill() throws Exception {
        long seed = Long.getLong("millrace.seed", System.nanoTime());
        LOG.infof("seed %d (repeat with -Dmillrace.seed=%d)", seed, seed);
        var random = new Random(seed);
        var standalone = SharedStandalone.get();
        var shop = new Shop(standalone);
        long before = executions(standalone, "true");
        for (int round = 1; round <= KILLS; round++) {
            // given
            long product = shop.product("KILL-" + round, STOCK);
            shop.order(product, ORDERS);
            long moment = random.nextInt(ORDERS);

            // when
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .until(() -> ORDERS - shop.orders(product, "new") >= moment);
            standalone.kill();
            long killed = System.nanoTime();
            standalone.start();
            long ready = System.nanoTime();

            // then
            await().atMost(PATIENCE).until(() -> shop.orders(product, "new") == 0);
            await().atMost(PATIENCE).until(() -> executions(standalone, "ended_at is null") == 0);
            LOG.infof(
                    "killed when %d of %d orders were decided, ready after %d ms, all decided after %d ms",
                    moment, ORDERS, millis(killed, ready), millis(killed, System.nanoTime()));
            assertThat(shop.orders(product, "confirmed")).isEqualTo(STOCK);
            assertThat(shop.orders(product, "rejected")).isEqualTo(ORDERS - STOCK);
            assertThat(shop.stock(product)).isZero();
            assertThat(shop.lines(product)).isEqualTo(STOCK);
            assertThat(executions(standalone, "status = 'RESOLVED'")).isEqualTo(before + (long) round * ORDERS);
        }
    }

    private static long millis(long from, long until) {
        return (until - from) / 1_000_000;
    }

    private static long executions(StandaloneProcess standalone, String condition) throws SQLException {
        try (var book = standalone.database("millrace");
                var statement = book.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from orchestrator.execution where workflow_key = 'inventory' and "
                                + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
