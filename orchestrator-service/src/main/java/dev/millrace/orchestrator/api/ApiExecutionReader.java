package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.orchestrator.engine.StepTypes;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads executions for the host, whose threads are none of Vert.x: Hibernate Reactive wants a context of its own. */
public final class ApiExecutionReader {
    private final Executions executions;
    private final Context context;

    /**
     * The context is made here and not where it is used: a thread of the host that waits for the host's own Vert.x would be given
     * a context of that one, on which Hibernate never answers.
     */
    public ApiExecutionReader(Executions executions, Vertx vertx) {
        this.executions = executions;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    public CompletionStage<Optional<JsonNode>> read(String executionId, StepTypes types) {
        var read = new CompletableFuture<Optional<JsonNode>>();
        VertxContext.createNewDuplicatedContext(context).runOnContext(ignored -> executions
                .find(UUID.fromString(executionId), types)
                .map(found -> found.<JsonNode>map(Json.mapper()::valueToTree))
                .subscribe()
                .with(read::complete, read::completeExceptionally));
        return read;
    }
}
