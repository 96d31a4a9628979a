package dev.millrace.benchmarks.measure;

import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Results.Failure;
import java.util.List;

/** Results of a made-up run with round ratios. */
public final class Samples {
    private Samples() {}

    public static Results results(List<Figure> figures, Failure... failures) {
        return new Results(
                figure("loop one", 500, Manner.ONE_AT_A_TIME, new Target.None()),
                figure("loop", 10_000, Manner.MANY, new Target.None()),
                figure("commits", 2_000, Manner.MANY, new Target.None()),
                figures,
                List.of(failures));
    }

    public static Figure figure(String id, double rate, Manner manner, Target target) {
        return new Figure(id, "sample", new Latency(8.25, 1234.5), rate, "things", manner, target);
    }
}
