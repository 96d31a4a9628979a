package dev.millrace.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final long MILLI = 1_000_000;

    @Test
    void shouldTakeTheNearestRank() {
        // given 1 ms to 200 ms, the longest first
        var nanos = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * MILLI).toArray();

        // when
        var latency = Latency.ofNanos(nanos);

        // then
        assertThat(latency).isEqualTo(new Latency(100, 198));
    }

    @Test
    void shouldTakeTheSlowestOfFewAsTheTail() {
        assertThat(Latency.ofNanos(new long[] {3 * MILLI, MILLI, 2 * MILLI})).isEqualTo(new Latency(2, 3));
    }

    @Test
    void shouldHoldForASingleMeasurement() {
        assertThat(Latency.ofNanos(new long[] {MILLI / 2})).isEqualTo(new Latency(0.5, 0.5));
    }

    @Test
    void shouldLeaveTheMeasurementsAsTheyWere() {
        // given
        var nanos = new long[] {3, 1, 2};

        // when
        Latency.ofNanos(nanos);

        // then
        assertThat(nanos).containsExactly(3, 1, 2);
    }

    @Test
    void shouldRefuseToSumUpNothing() {
        assertThatThrownBy(() -> Latency.ofNanos(new long[0])).hasMessageContaining("at least one measurement");
    }
}
