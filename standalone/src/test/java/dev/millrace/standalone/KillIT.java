package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the standalone at random moments while orders are under way: nothing is lost, nothing is stuck, nothing counts twice. */
class KillIT {
    private static final Logger LOG = Logger.getLogger(KillIT.class);
    private static final int KILLS = 3;
    private static final int ORDERS = 2_000;
    private static final int STOCK = 700;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @Test
    void shouldEndEveryExecutionAfterAKill() throws Exception {
        long seed = Long.getLong("millrace.seed", System.nanoTime());
        LOG.infof("seed %d (repeat with -Dmillrace.seed=%d)", seed, seed);
        var random = new Random(seed);
        var standalone = StandaloneProcess.on(data).start();
        var shop = new Shop(standalone);
        try {
            for (int round = 1; round <= KILLS; round++) {
                // given
                long product = shop.product("KILL-" + round, STOCK);
                shop.order(product, ORDERS);
                long moment = random.nextInt(ORDERS);

                // when
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> ORDERS - shop.orders(product, "new") >= moment);
                standalone.kill();
                standalone.start();

                // then
                await().atMost(PATIENCE).until(() -> shop.orders(product, "new") == 0);
                await().atMost(PATIENCE).until(() -> running(standalone) == 0);
                LOG.infof("killed when %d of %d orders were decided", moment, ORDERS);
                assertThat(shop.orders(product, "confirmed")).isEqualTo(STOCK);
                assertThat(shop.orders(product, "rejected")).isEqualTo(ORDERS - STOCK);
                assertThat(shop.stock(product)).isZero();
                assertThat(shop.lines(product)).isEqualTo(STOCK);
                assertThat(executions(standalone)).isEqualTo((long) round * ORDERS);
            }
        } finally {
            standalone.close();
        }
    }

    private static long running(StandaloneProcess standalone) throws Exception {
        return standalone
                .get("/api/executions?workflowKey=inventory&status=STARTED")
                .body()
                .path("items")
                .size();
    }

    private static long executions(StandaloneProcess standalone) throws Exception {
        long count = 0;
        var cursor = "";
        do {
            var page = standalone
                    .get("/api/executions?workflowKey=inventory&status=RESOLVED&limit=200" + cursor)
                    .body();
            count += page.path("items").size();
            var next = page.path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
        } while (!cursor.isEmpty());
        return count;
    }
}
