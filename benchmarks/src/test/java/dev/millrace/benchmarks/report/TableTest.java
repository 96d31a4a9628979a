package dev.millrace.benchmarks.report;

import static dev.millrace.benchmarks.measure.Samples.figure;
import static dev.millrace.benchmarks.measure.Samples.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Results.Failure;
import dev.millrace.benchmarks.measure.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void shouldShowEveryFigureWithItsRatiosAndItsTarget() {
        // given
        var kept = figure("W2", 2_500, Manner.MANY, new Target.ShareOfCommits(1));
        var missed = figure("W1 one", 100, Manner.ONE_AT_A_TIME, new Target.MedianBelow(5));

        // when
        var lines = Table.render(results(List.of(kept, missed))).lines().toList();

        // then
        assertThat(lines)
                .containsExactly(
                        "                  p50 ms   p99 ms  rate/s  of      x loop  x commits  target",
                        "loop one  sample    8.25  1,234.5     500  things    1.00       0.25",
                        "loop  sample        8.25  1,234.5  10,000  things    1.00       5.00",
                        "commits  sample     8.25  1,234.5   2,000  things    0.20       1.00",
                        "W2  sample          8.25  1,234.5   2,500  things    0.25       1.25  at least 1.00 of commits  met",
                        "W1 one  sample      8.25  1,234.5     100  things    0.20       0.05  p50 under 5 ms            MISSED");
    }

    @Test
    void shouldNameTheWorkloadsWithoutFigures() {
        // when
        var table = Table.render(results(List.of(), new Failure("W6", "Expected 10 rows, but 9 came")));

        // then
        assertThat(table).endsWith("W6 gave no figures: Expected 10 rows, but 9 came\n");
    }

    @Test
    void shouldSayWhenATargetCannotBeCompared() {
        // given
        var alone = figure("W6", 900, Manner.MANY, new Target.ShareOfWorkload("W2", 0.5));

        // then
        assertThat(Table.render(results(List.of(alone)))).contains("at least 0.50 of W2  not compared in this run");
    }
}
