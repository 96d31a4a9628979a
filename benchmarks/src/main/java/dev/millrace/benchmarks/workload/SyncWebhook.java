package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.time.Duration;
import java.util.List;

/** W1: a webhook whose caller waits for one calculation and one condition; 1 client and 32. */
final class SyncWebhook implements Workload {
    private static final String KEY = "bench-w1";
    private static final int CLIENTS = 32;
    private static final double ONE_CLIENT_MILLIS = 12;
    private static final double ANSWERS_PER_SECOND = 700;
    private static final Duration WARM_ROUND = Duration.ofSeconds(5);
    private static final WarmUp WARM_UP = new WarmUp(2, 6, 30);
    private static final Duration MEASURED = Duration.ofSeconds(6);

    @Override
    public String id() {
        return "W1";
    }

    @Override
    public List<Figure> run(Lab lab) {
        lab.api().install(twoNodes(WorkflowDocument.webhook(KEY, true)));
        lab.warmUp(WARM_UP, id(), "times 5 s of " + CLIENTS + " clients", () -> lab.webhooks()
                .run(CLIENTS, KEY, Amount.ofTime(WARM_ROUND))
                .rate());
        WarmUp.oneAtATime(lab, id(), KEY, new Amount(500, Duration.ofSeconds(5)));
        lab.expectJobs(KEY, 2);
        var one = lab.webhooks().run(1, KEY, Amount.ofTime(MEASURED));
        var many = lab.webhooks().run(CLIENTS, KEY, Amount.ofTime(MEASURED));
        return List.of(
                new Figure.Named("W1 one", "sync webhook, 1 client", "answers")
                        .figure(
                                one.latency(),
                                one.rate(),
                                Manner.ONE_AT_A_TIME,
                                new Target.MedianBelow(ONE_CLIENT_MILLIS)),
                new Figure.Named("W1 many", "sync webhook, " + CLIENTS + " clients", "answers")
                        .figure(many.latency(), many.rate(), Manner.MANY, new Target.RateAtLeast(ANSWERS_PER_SECOND)));
    }

    /** One calculation and one condition on it. */
    static WorkflowDocument twoNodes(WorkflowDocument document) {
        return document.calculation("double", "{{$context.body.a}} * 2")
                .condition("check", "equal", "{{$jobsMapByNodeKey.double}}", 42);
    }
}
