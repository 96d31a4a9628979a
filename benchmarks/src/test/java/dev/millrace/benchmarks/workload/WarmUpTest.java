package dev.millrace.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final Supplier<Duration> RESTING = () -> Duration.ZERO;

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void shouldGoOnWhileTheRateRises() {
        // given
        var warmUp = new WarmUp(2, 2, 100);

        // when
        int done = warmUp.run("W0", "rounds", RESTING, () -> Math.min(rounds.incrementAndGet(), 10) * 100);

        // then: the rate stands still from round 10 on, which two windows must show
        assertThat(done).isBetween(12, 16);
    }

    @Test
    void shouldDoTheLeastWhateverTheRates() {
        // when
        int done = new WarmUp(2, 20, 100).run("W0", "rounds", RESTING, () -> 100);

        // then
        assertThat(done).isEqualTo(20);
    }

    @Test
    void shouldStopWhereItStillGains() {
        // when
        int done = new WarmUp(2, 2, 30).run("W0", "rounds", RESTING, () -> Math.pow(2, rounds.incrementAndGet()));

        // then
        assertThat(done).isEqualTo(30);
    }

    @Test
    void shouldNotBeStoppedByOnePause() {
        // given
        var warmUp = new WarmUp(1, 1, 100);

        // when
        int done = warmUp.run("W0", "rounds", RESTING, () -> {
            int round = rounds.incrementAndGet();
            return round == 3 ? 1 : Math.min(round, 8) * 100;
        });

        // then
        assertThat(done).isEqualTo(10);
    }

    @Test
    void shouldGoOnWhileTheCompilerHasAQueue() {
        // given: rates stand still, and the compiler works without a pause until round 20
        Supplier<Duration> compiled = () -> rounds.get() < 20 ? Duration.ofNanos(System.nanoTime()) : Duration.ZERO;

        // when
        int done = new WarmUp(2, 2, 100).run("W0", "rounds", compiled, () -> {
            rounds.incrementAndGet();
            return 100;
        });

        // then
        assertThat(done).isBetween(22, 24);
    }
}
