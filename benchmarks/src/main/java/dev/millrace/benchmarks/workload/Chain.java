package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A workflow of many nodes in a row: one execution at a time, whose caller waits, and 200 in a burst.
 *
 * @param id of the workload
 * @param title what the nodes are
 * @param unit what one node is called in the rate
 * @param length nodes in the row
 * @param nodes adds them to a document
 */
record Chain(String id, String title, String unit, int length, UnaryOperator<WorkflowDocument> nodes) {
    private static final int BURST = 200;
    private static final int CLIENTS = 32;
    private static final int ROUNDS = 5;
    private static final WarmUp WARM_UP = new WarmUp(15, 100, 450);

    private static final int ONES = 100;
    private static final Amount WARM_ONES = new Amount(200, Duration.ofSeconds(10));

    List<Figure> run(Lab lab, Target one, Target burst) {
        // The burst goes first: it warms the way of each step far sooner than calls one at a time do.
        var many = burst(lab, burst);
        return List.of(one(lab, one), many);
    }

    private Figure one(Lab lab, Target target) {
        var key = key("one");
        lab.api().install(nodes.apply(WorkflowDocument.webhook(key, true)));
        WarmUp.oneAtATime(lab, id, key, WARM_ONES);
        lab.expectJobs(key, length);
        return lab.oneAtATime(new Figure.Named(id + " one", title + ", one", unit), key, ONES, length, target);
    }

    private Figure burst(Lab lab, Target target) {
        var key = key("burst");
        lab.api().install(nodes.apply(WorkflowDocument.webhook(key, false)));
        lab.warmUp(WARM_UP, id, "bursts of " + BURST, () -> lab.burst(key, CLIENTS, BURST)
                .rate());
        var outcome = Bursts.median(ROUNDS, () -> lab.burst(key, CLIENTS, BURST));
        return new Figure.Named(id + " burst", title + ", " + BURST + " at once", unit)
                .figure(outcome.completion(), outcome.rate() * length, Manner.MANY, target);
    }

    private String key(String manner) {
        return "bench-" + id.toLowerCase(Locale.ROOT) + "-" + manner;
    }
}
