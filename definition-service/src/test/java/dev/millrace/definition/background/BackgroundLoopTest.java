package dev.millrace.definition.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final LinkedBlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean broken;

    @Test
    void shouldSurviveWhateverTheWorkThrows() {
        // given
        failures.add(new IllegalStateException("a bug"));
        failures.add(new NullPointerException("another"));
        failures.add(new SQLException("no database"));
        var loop = new BackgroundLoop("work", this::turn, SHORT);
        // when
        loop.start();
        // then
        await().until(() -> turns.get() > 3);
        loop.stop(() -> {});
    }

    @Test
    void shouldSayWhatIsWrongUntilItIsRight() {
        // given
        broken = true;
        var loop = new BackgroundLoop("work", this::turn, SHORT);
        // when
        loop.start();
        // then
        await().untilAsserted(() -> assertThat(loop.failing())
                .hasValueSatisfying(why -> assertThat(why).contains("still broken")));
        // and when
        broken = false;
        // then
        await().until(() -> loop.failing().isEmpty());
        loop.stop(() -> {});
    }

    @Test
    void shouldReleaseWhatItUsesAfterTheLastTurn() {
        // given
        var released = new AtomicBoolean();
        var loop = new BackgroundLoop("work", () -> new LinkedBlockingQueue<>().take(), SHORT);
        loop.start();
        // when
        loop.stop(() -> released.set(!Thread.currentThread().isInterrupted()));
        // then
        await().untilTrue(released);
    }

    private void turn() throws SQLException {
        var failure = failures.poll();
        if (failure instanceof SQLException expected) {
            throw expected;
        }
        if (failure instanceof RuntimeException bug) {
            throw bug;
        }
        if (broken) {
            throw new IllegalStateException("still broken");
        }
        turns.incrementAndGet();
    }
}
