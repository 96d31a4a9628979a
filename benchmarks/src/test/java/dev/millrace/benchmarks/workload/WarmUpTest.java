package dev.millrace.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void shouldGoOnWhileTheRateRises() {
        // given
        var warmUp = new WarmUp(2, 2, 100);

        // when
        int done = warmUp.run("W0", "rounds", () -> Math.min(rounds.incrementAndGet(), 10) * 100);

        // then: the rate stands still from round 10 on, which two windows must show
        assertThat(done).isBetween(12, 16);
    }

    @Test
    void shouldDoTheLeastWhateverTheRates() {
        // when
        int done = new WarmUp(2, 20, 100).run("W0", "rounds", () -> 100);

        // then
        assertThat(done).isEqualTo(20);
    }

    @Test
    void shouldStopWhereItStillGains() {
        // when
        int done = new WarmUp(2, 2, 30).run("W0", "rounds", () -> Math.pow(2, rounds.incrementAndGet()));

        // then
        assertThat(done).isEqualTo(30);
    }

    @Test
    void shouldNotBeStoppedByOnePause() {
        // given
        var warmUp = new WarmUp(1, 1, 100);

        // when
        int done = warmUp.run("W0", "rounds", () -> {
            int round = rounds.incrementAndGet();
            return round == 3 ? 1 : Math.min(round, 8) * 100;
        });

        // then
        assertThat(done).isEqualTo(10);
    }
}
