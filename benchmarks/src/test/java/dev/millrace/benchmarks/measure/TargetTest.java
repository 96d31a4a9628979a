package dev.millrace.benchmarks.measure;

import static dev.millrace.benchmarks.measure.Samples.figure;
import static dev.millrace.benchmarks.measure.Samples.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({"8.26, MET", "8.25, MISSED"})
    void shouldWantTheMedianBelowItsBound(double bound, Verdict expected) {
        assertThat(judge(new Target.MedianBelow(bound), 1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8.26, 1234.6, MET", "8.25, 1234.6, MISSED", "8.26, 1234.5, MISSED"})
    void shouldWantBothPercentilesBelowTheirBounds(double median, double tail, Verdict expected) {
        assertThat(judge(new Target.PercentilesBelow(median, tail), 1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"700, MET", "699.9, MISSED"})
    void shouldWantARate(double rate, Verdict expected) {
        assertThat(judge(new Target.RateAtLeast(700), rate)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2000, MET", "1999, MISSED"})
    void shouldWantAShareOfTheBareLoop(double rate, Verdict expected) {
        assertThat(judge(new Target.ShareOfBareLoop(0.2), rate)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2000, MET", "1999, MISSED"})
    void shouldWantAShareOfCommits(double rate, Verdict expected) {
        assertThat(judge(new Target.ShareOfCommits(1), rate)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"400, MET", "399, MISSED"})
    void shouldWantAShareOfAnotherWorkload(double rate, Verdict expected) {
        // given
        var target = new Target.ShareOfWorkload("W2", 0.5);
        var other = figure("W2", 800, Manner.MANY, new Target.None());
        var figure = figure("W6", rate, Manner.MANY, target);

        // then
        assertThat(target.judge(figure, results(List.of(other, figure)))).isEqualTo(expected);
    }

    @Test
    void shouldNotJudgeAgainstAWorkloadThatDidNotRun() {
        assertThat(judge(new Target.ShareOfWorkload("W2", 0.5), 1e9)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void shouldCompareOneAtATimeWithTheLoopOneAtATime() {
        // given
        var one = figure("W5 one", 250, Manner.ONE_AT_A_TIME, new Target.None());
        var many = figure("W5 burst", 2_500, Manner.MANY, new Target.None());

        // then
        assertThat(results(List.of()).ofBareLoop(one)).isEqualTo(0.5);
        assertThat(results(List.of()).ofBareLoop(many)).isEqualTo(0.25);
    }

    private static Verdict judge(Target target, double rate) {
        var figure = figure("W1", rate, Manner.MANY, target);
        return target.judge(figure, results(List.of(figure)));
    }
}
