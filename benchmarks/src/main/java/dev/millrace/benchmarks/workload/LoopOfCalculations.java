package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.time.Duration;
import java.util.List;

/** W4: a loop of 100 passes around one calculation. */
final class LoopOfCalculations implements Workload {
    private static final String KEY = "bench-w4";
    private static final int PASSES = 100;
    private static final int CALLS = 100;
    private static final double ONE_EXECUTION_MILLIS = 25;

    @Override
    public String id() {
        return "W4";
    }

    @Override
    public List<Figure> run(Lab lab) {
        var calculation = WorkflowDocument.object()
                .put("engine", "math.js")
                .put("expression", "{{$scopes.each.item}} + {{$context.body.a}}");
        lab.api()
                .install(WorkflowDocument.webhook(KEY, true)
                        .node("each", "loop", WorkflowDocument.object().put("target", PASSES))
                        .inBranch("sum", "calculation", calculation));
        WarmUp.oneAtATime(lab, id(), KEY, new Amount(200, Duration.ofSeconds(10)));
        lab.expectJobs(KEY, 1 + PASSES);
        var named = new Figure.Named("W4", "loop of " + PASSES + " around a calculation", "nodes");
        return List.of(lab.oneAtATime(named, KEY, CALLS, 1 + PASSES, new Target.MedianBelow(ONE_EXECUTION_MILLIS)));
    }
}
