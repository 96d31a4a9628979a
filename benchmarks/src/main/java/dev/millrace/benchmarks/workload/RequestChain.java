package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.load.EchoServer;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.product.WorkflowDocument;
import java.util.List;

/** W5: ten HTTP requests in a row against a local echo: ten times through Kafka to a worker and back. */
final class RequestChain implements Workload {
    static final int LENGTH = 10;
    private static final double BURST_SHARE = 0.30;
    private static final double ONE_EXECUTION_MILLIS = 60;

    @Override
    public String id() {
        return "W5";
    }

    @Override
    public List<Figure> run(Lab lab) {
        try (var echo = new EchoServer()) {
            var url = "http://127.0.0.1:" + echo.port() + "/echo";
            return new Chain(id(), LENGTH + " requests", "steps", LENGTH, document -> requests(document, url))
                    .run(lab, new Target.MedianBelow(ONE_EXECUTION_MILLIS), new Target.ShareOfBareLoop(BURST_SHARE));
        }
    }

    /** Ten requests in a row to the URL. */
    static WorkflowDocument requests(WorkflowDocument document, String url) {
        for (int i = 1; i <= LENGTH; i++) {
            var config = WorkflowDocument.object()
                    .put("method", "POST")
                    .put("url", url)
                    .put("contentType", "application/json")
                    .put("timeout", 30_000)
                    .put("onlyData", true);
            config.putObject("data").put("step", i).put("a", "{{$context.body.a}}");
            document.node("r" + i, "request", config);
        }
        return document;
    }
}
