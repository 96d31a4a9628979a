package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Console;
import dev.millrace.benchmarks.load.EchoServer;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.time.Duration;
import java.util.List;

/** W8: W5's ten requests, 200 executions begun each second, whether earlier ones have ended or not. */
final class PacedRequests implements Workload {
    private static final String KEY = "bench-w8";
    private static final int PER_SECOND = 200;
    /** At the promised p99 some 60 executions are under way; more clients than that wait for an answer at no time. */
    private static final int CLIENTS = 96;

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final double MEDIAN_MILLIS = 100;
    private static final double TAIL_MILLIS = 300;

    @Override
    public String id() {
        return "W8";
    }

    @Override
    public List<Figure> run(Lab lab) {
        try (var echo = new EchoServer()) {
            var url = "http://127.0.0.1:" + echo.port() + "/echo";
            lab.api().install(RequestChain.requests(WorkflowDocument.webhook(KEY, true), url));
            var warm = lab.webhooks().paced(CLIENTS, KEY, PER_SECOND, WARM_UP);
            Console.say(id() + ": warmed up with " + warm.count() + " executions at the same pace");
            lab.expectJobs(KEY, RequestChain.LENGTH);
            var answered = lab.webhooks().paced(CLIENTS, KEY, PER_SECOND, lab.paced());
            lab.expectResolved(KEY, (long) warm.count() + answered.count());
            return List.of(new Figure.Named(
                            id(),
                            RequestChain.LENGTH + " requests, " + PER_SECOND + "/s for "
                                    + lab.paced().toSeconds() + " s",
                            "steps")
                    .figure(
                            answered.latency(),
                            answered.rate() * RequestChain.LENGTH,
                            Manner.MANY,
                            new Target.PercentilesBelow(MEDIAN_MILLIS, TAIL_MILLIS)));
        }
    }
}
