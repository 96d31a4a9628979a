package dev.millrace.worker.nodes.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.SchemaFile;
import dev.millrace.worker.sdk.Step;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HTTP request. Config and results are NocoBase's; repeated query parameters are kept, the answer's size is bounded, and a
 * request that may change something carries the job id as {@code Idempotency-Key}.
 */
@ApplicationScoped
public class RequestNode implements NodeHandler {
    private final HttpExchange exchange;

    @Inject
    public RequestNode(
            Vertx vertx,
            @ConfigProperty(name = "millrace.worker.request.allowed-hosts") Optional<List<String>> allowedHosts,
            @ConfigProperty(name = "millrace.worker.request.max-connections", defaultValue = "256") int maxConnections,
            @ConfigProperty(name = "millrace.limits.payload-bytes", defaultValue = "8388608") int maxBytes) {
        this.exchange =
                new HttpExchange(vertx, new AllowedHosts(allowedHosts.orElse(List.of())), maxConnections, maxBytes);
    }

    RequestNode() {
        // for the client proxy
        this.exchange = null;
    }

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "request",
                "HTTP request",
                "extended",
                "api",
                RequestSchema.CONFIG,
                RequestSchema.RESULT,
                Branches.NONE,
                true,
                true,
                "Calls an HTTP service and hands on its answer. An answer outside 2xx, a broken connection and a time-out"
                        + " are failures that can be retried, ignored or handled in an error branch."
                        + " A test run really sends the request.",
                RequestSchema.EXAMPLE);
    }

    @Override
    public CompletionStage<Outcome> handle(Step step) {
        var read = RequestConfig.read(step.config(), step.jobId());
        if (read.problem() != null) {
            return CompletableFuture.completedFuture(failure(false, JobStatus.FAILED, read.problem()));
        }
        var config = read.config();
        return exchange.send(config, step.stop()).thenApply(answer -> outcome(config, answer));
    }

    private static Outcome outcome(RequestConfig config, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Received received && received.successful()) {
            return Outcome.resolved(config.onlyData() ? received.data() : received.toJson());
        }
        var broken = answer instanceof HttpAnswer.Received received
                ? HttpAnswer.Broken.of(received)
                : (HttpAnswer.Broken) answer;
        return failure(config.ignoreFail(), broken.timedOut() ? JobStatus.ABORTED : JobStatus.FAILED, broken);
    }

    private static Outcome failure(boolean ignored, JobStatus status, HttpAnswer.Broken broken) {
        JsonNode result = broken.toJson();
        return ignored ? Outcome.resolved(result) : new Outcome(status, result, broken.errorCode(), null);
    }

    /** The config's and the result's schema, read once. */
    private static final class RequestSchema {
        private static final JsonNode CONFIG = SchemaFile.read(RequestNode.class, "config-schema.json");
        private static final JsonNode RESULT = SchemaFile.read(RequestNode.class, "result-schema.json");
        private static final JsonNode EXAMPLE = Json.object()
                .put("method", "GET")
                .put("url", "https://example.com/stock/{{$context.data.sku}}")
                .put("onlyData", true);
    }
}
