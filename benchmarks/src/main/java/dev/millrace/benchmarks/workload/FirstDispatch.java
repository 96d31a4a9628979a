package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.load.EchoServer;
import dev.millrace.benchmarks.load.WebhookCaller;
import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.measure.Waiting;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.time.Duration;
import java.util.List;

/**
 * W7: an idle product, one start now and then: how long until its first step is on its way to a worker. Once from the event
 * that starts the execution, once from the webhook's call; the end is the step's command on Kafka, as a worker sees it.
 */
final class FirstDispatch implements Workload {
    private static final String KEY = "bench-w7";
    private static final int STARTS = 200;
    private static final int WARM_STARTS = 300;
    /** Long enough for everything to come to rest, and no multiple of any interval of the product. */
    private static final Duration REST = Duration.ofMillis(67);

    private static final double MEDIAN_MILLIS = 8;

    @Override
    public String id() {
        return "W7";
    }

    @Override
    public List<Figure> run(Lab lab) {
        try (var echo = new EchoServer()) {
            var config = WorkflowDocument.object()
                    .put("method", "POST")
                    .put("url", "http://127.0.0.1:" + echo.port() + "/echo");
            lab.api().install(WorkflowDocument.webhook(KEY, false).node("r", "request", config));
            WarmUp.oneAtATime(lab, id(), KEY, new Amount(1, Duration.ofSeconds(10)));
            try (var watch = new DispatchWatch(lab.kafka(), "request");
                    var caller = lab.webhooks().caller(KEY)) {
                measure(caller, watch, WARM_STARTS);
                var measured = measure(caller, watch, STARTS);
                lab.expectJobs(KEY, 1);
                return List.of(
                        figure("W7 event", "idle: event to first command", measured.fromEvent(), measured.seconds()),
                        figure(
                                "W7 call",
                                "idle: webhook call to first command",
                                measured.fromCall(),
                                measured.seconds()));
            }
        }
    }

    private record Measured(long[] fromEvent, long[] fromCall, double seconds) {}

    private static Measured measure(WebhookCaller caller, DispatchWatch watch, int starts) {
        var fromEvent = new long[starts];
        var fromCall = new long[starts];
        long begun = System.nanoTime();
        for (int i = 0; i < starts; i++) {
            Waiting.pause(REST);
            long called = System.nanoTime();
            var seen = watch.await(caller.start());
            fromEvent[i] = seen.command() - seen.event();
            fromCall[i] = seen.command() - called;
        }
        return new Measured(fromEvent, fromCall, Waiting.secondsSince(begun));
    }

    private static Figure figure(String id, String title, long[] nanos, double seconds) {
        return new Figure.Named(id, title, "executions")
                .figure(
                        Latency.ofNanos(nanos),
                        nanos.length / seconds,
                        Manner.ONE_AT_A_TIME,
                        new Target.MedianBelow(MEDIAN_MILLIS));
    }
}
