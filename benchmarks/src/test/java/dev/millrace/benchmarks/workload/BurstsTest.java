package dev.millrace.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.product.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstsTest {
    private static final Latency COMPLETION = new Latency(5, 9);

    @Test
    void shouldTimeUntilTheLastIsRecorded() {
        // given
        var recorded = recording(ended(0, 0), ended(5, 0), ended(10, 0));

        // when
        var outcome = new Bursts(recorded).run("key", 10, () -> {});

        // then
        assertThat(outcome.size()).isEqualTo(10);
        assertThat(outcome.completion()).isEqualTo(COMPLETION);
        assertThat(outcome.rate()).isEqualTo(10 / outcome.seconds());
        assertThat(recorded.next.hasNext()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "200, 8", "5000, 200", "60000, 250"})
    void shouldSeeTheEndSoonAfterIt(long elapsed, long pause) {
        assertThat(Bursts.untilNextLook(Duration.ofMillis(elapsed))).isEqualTo(Duration.ofMillis(pause));
    }

    @Test
    void shouldRefuseExecutionsThatEndedOtherwise() {
        // given
        var recorded = recording(ended(8, 2));

        // then
        assertThatThrownBy(() -> new Bursts(recorded).run("key", 10, () -> {}))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining(
                        "Expected 10 executions of key to be RESOLVED, but 8 are and 2 ended otherwise: why");
    }

    @Test
    void shouldRefuseExecutionsThatRanTwice() {
        // given
        var recorded = recording(ended(11, 0));

        // then
        assertThatThrownBy(() -> new Bursts(recorded).run("key", 10, () -> {})).hasMessageContaining("but 11 are");
    }

    @Test
    void shouldNameTheExecutionsThatWereLost() {
        // given
        var recorded = recording(ended(9, 0));

        // then
        var impatient = new Bursts(recorded, Duration.ofMillis(50));
        assertThatThrownBy(() -> impatient.run("key", 10, () -> {}))
                .hasMessageContaining("but 1 have not and nothing moved for 0 s");
    }

    @Test
    void shouldLetTheMedianRoundSpeak() {
        // given
        Iterator<Double> seconds = List.of(4.0, 1.0, 2.0).iterator();

        // when
        var median = Bursts.median(3, () -> new Bursts.Outcome(10, COMPLETION, seconds.next()));

        // then
        assertThat(median.seconds()).isEqualTo(2.0);
    }

    private static Recorded.Ended ended(long resolved, long otherwise) {
        return new Recorded.Ended(resolved, otherwise);
    }

    private static Recording recording(Recorded.Ended... counts) {
        return new Recording(List.of(counts));
    }

    /** Tells one count after another, the last for ever. */
    private static final class Recording implements Recorded {
        private final Iterator<Ended> next;
        private Ended last;

        Recording(List<Ended> counts) {
            this.next = counts.iterator();
        }

        @Override
        public Ended ended(String workflowKey) {
            throw new AssertionError("Expected to be asked for the burst alone");
        }

        @Override
        public Ended ended(String workflowKey, Instant since) {
            last = next.hasNext() ? next.next() : last;
            return last;
        }

        @Override
        public String reasonOfOne(String workflowKey) {
            return "why";
        }

        @Override
        public Latency completion(String workflowKey, Instant begin) {
            return COMPLETION;
        }
    }
}
