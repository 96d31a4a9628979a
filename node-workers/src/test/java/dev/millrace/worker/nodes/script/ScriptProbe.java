package dev.millrace.worker.nodes.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import dev.millrace.worker.sdk.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A node of small bounds, and how to ask it. */
final class ScriptProbe implements AutoCloseable {
    static final int THREADS = 2;
    static final long MEMORY = 32L << 20;
    static final long MAX_MILLIS = 20_000;
    static final int MAX_BYTES = 200_000;

    private final ScriptNode node;

    ScriptProbe() {
        this(Duration.ofMillis(MAX_MILLIS));
    }

    ScriptProbe(Duration maxTime) {
        node = new ScriptNode(THREADS, MEMORY, maxTime, MAX_BYTES);
    }

    Outcome run(String content) throws Exception {
        return run(config(content));
    }

    JsonNode result(String content) throws Exception {
        var outcome = run(content);
        if (outcome.errorCode() != null) {
            throw new AssertionError("Expected a result, but the script failed with " + outcome);
        }
        return outcome.result();
    }

    Outcome run(JsonNode config) throws Exception {
        return begin(config, Optional.empty(), StopSignal.NEVER).get(60, TimeUnit.SECONDS);
    }

    CompletableFuture<Outcome> begin(JsonNode config, Optional<Instant> deadline, StopSignal stop) {
        var step = new Step("execution", "job-1", "w", "n", 1, config, deadline, List.of("w"), stop);
        return node.handle(step).toCompletableFuture();
    }

    static ObjectNode config(String content) {
        return Json.object().put("content", content);
    }

    ScriptNode node() {
        return node;
    }

    @Override
    public void close() {
        node.close();
    }
}
