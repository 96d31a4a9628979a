package dev.millrace.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That each micro-benchmark does its work; how fast is for {@code ./millrace bench --micro}. */
class MicroBenchmarksTest {
    @Test
    void shouldEndTheExecutionInOneAdvance() {
        // given
        var benchmark = new AdvanceBenchmark();

        // when
        benchmark.start();

        // then
        var changes = benchmark.advance().changes().orElseThrow();
        assertThat(changes.header().status().ended()).isTrue();
        assertThat(changes.jobs()).extracting(job -> job.result().toString()).contains("50");
    }

    @Test
    void shouldHaveValuesOfBothExpressions() {
        // given
        var benchmark = new ExpressionBenchmark();

        // when
        benchmark.compile();

        // then
        assertThat(benchmark.mathJs().toString()).contains("44.63");
        assertThat(benchmark.formulaJs().toString()).contains("CHAIR!");
    }

    @Test
    void shouldRunFromNothingToAnEnd() {
        assertThat(new StartBenchmark()
                        .firstExecution()
                        .changes()
                        .orElseThrow()
                        .header()
                        .status()
                        .ended())
                .isTrue();
    }

    @Test
    void shouldSayWhetherABoundIsKept() {
        assertThat(new MicroFigure("one", 4.999, "µs", 5).line()).endsWith("met");
        assertThat(new MicroFigure("one", 5, "µs", 5).line()).endsWith("MISSED");
    }
}
