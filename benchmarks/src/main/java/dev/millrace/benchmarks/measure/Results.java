package dev.millrace.benchmarks.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything one run measured.
 *
 * @param bareLoopOne the bare loop, one record at a time
 * @param bareLoop the bare loop in bursts
 * @param commits single-row commits on one connection
 * @param figures of the workloads
 * @param failures workloads that gave no figures, with the reason
 */
public record Results(
        Figure bareLoopOne, Figure bareLoop, Figure commits, List<Figure> figures, List<Failure> failures) {

    /** A workload without figures, and why. */
    public record Failure(String workload, String reason) {}

    public Results {
        figures = List.copyOf(figures);
        failures = List.copyOf(failures);
    }

    /** 1.0 = as many per second as the bare loop under the same manner of load. */
    public double ofBareLoop(Figure figure) {
        var loop = figure.manner() == Figure.Manner.ONE_AT_A_TIME ? bareLoopOne : bareLoop;
        return figure.rate() / loop.rate();
    }

    /** 1.0 = as many per second as single-row commits. */
    public double ofCommits(Figure figure) {
        return figure.rate() / commits.rate();
    }

    /** The rate of another figure of this run, empty when it was not measured. */
    OptionalDouble rateOf(String id) {
        return find(id).map(Figure::rate).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private Optional<Figure> find(String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
