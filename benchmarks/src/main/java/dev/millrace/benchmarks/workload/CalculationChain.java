package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.util.List;

/** W3: 40 calculations in a row, each on the result of the one before. */
final class CalculationChain implements Workload {
    private static final int LENGTH = 40;
    private static final double ONE_EXECUTION_MILLIS = 15;
    private static final double BURST_NODES_PER_SECOND = 20_000;

    @Override
    public String id() {
        return "W3";
    }

    @Override
    public List<Figure> run(Lab lab) {
        return new Chain(id(), LENGTH + " calculations", "nodes", LENGTH, CalculationChain::calculations)
                .run(lab, new Target.MedianBelow(ONE_EXECUTION_MILLIS), new Target.RateAtLeast(BURST_NODES_PER_SECOND));
    }

    private static WorkflowDocument calculations(WorkflowDocument document) {
        document.calculation("c1", "{{$context.body.a}} + 1");
        for (int i = 2; i <= LENGTH; i++) {
            document.calculation("c" + i, "{{$jobsMapByNodeKey.c" + (i - 1) + "}} + 1");
        }
        return document;
    }
}
