package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.util.List;

/** W2: 5,000 starts of W1's workflow through an asynchronous webhook, until the last is recorded as completed. */
final class WebhookBurst implements Workload {
    static final String FIGURE = "W2";

    private static final String KEY = "bench-w2";
    private static final int CLIENTS = 32;
    private static final WarmUp WARM_UP = new WarmUp(2, 4, 24);
    private static final int SIZE = 5_000;
    private static final int ROUNDS = 3;

    @Override
    public String id() {
        return "W2";
    }

    @Override
    public List<Figure> run(Lab lab) {
        lab.api().install(SyncWebhook.twoNodes(WorkflowDocument.webhook(KEY, false)));
        int warm = lab.warmUp(WARM_UP, id(), "bursts of " + SIZE, () -> lab.burst(KEY, CLIENTS, SIZE)
                .rate());
        lab.expectJobs(KEY, 2);
        var outcome = Bursts.median(ROUNDS, () -> lab.burst(KEY, CLIENTS, SIZE));
        lab.expectResolved(KEY, (long) (warm + ROUNDS) * SIZE);
        return List.of(new Figure.Named(FIGURE, SIZE + " async webhook starts", "executions")
                .figure(outcome.completion(), outcome.rate(), Manner.MANY, new Target.ShareOfCommits(1.0)));
    }
}
