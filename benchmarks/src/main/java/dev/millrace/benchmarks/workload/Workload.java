package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.measure.Figure;
import java.util.List;

/** One kind of load and the figures it gives. */
public interface Workload {
    /** W1, W2 and so on. */
    String id();

    List<Figure> run(Lab lab);
}
