package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.orchestrator.engine.StepTypes;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
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

    /** The root context is taken once, so that it does not matter which Vert.x a thread of the host has last spoken to. */
    public ApiExecutionReader(Executions executions, Vertx vertx) {
        this.executions = executions;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    public CompletionStage<Optional<JsonNode>> read(String executionId, StepTypes types) {
        var read = new CompletableFuture<Optional<JsonNode>>();
        var own = VertxContext.createNewDuplicatedContext(context);
        // Without the mark Hibernate Reactive refuses to work on it.
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(ignored -> Uni.createFrom()
                .deferred(() -> executions.find(UUID.fromString(executionId), types))
                .map(found -> found.<JsonNode>map(Json.mapper()::valueToTree))
                .subscribe()
                .with(read::complete, read::completeExceptionally));
        return read;
    }
}
