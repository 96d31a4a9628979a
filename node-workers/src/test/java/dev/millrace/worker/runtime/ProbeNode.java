package dev.millrace.worker.runtime;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A node type that does what the test tells it to. */
@ApplicationScoped
public class ProbeNode implements NodeHandler {
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private final CompletableFuture<Void> held = new CompletableFuture<>();
    private final Collection<String> holding = new ConcurrentLinkedQueue<>();

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "probe", "Probe", "extended", "bug", null, null, Branches.NONE, true, true, "For tests.", null);
    }

    @Override
    public CompletionStage<Outcome> handle(Step step) {
        return switch (step.config().path("do").asText()) {
            case "throw" -> throw new IllegalStateException("thrown by the probe");
            case "huge" ->
                CompletableFuture.completedFuture(Outcome.resolved(TextNode.valueOf("x".repeat(9 * 1024 * 1024))));
            case "wait" -> waitAtGate();
            case "hold" -> hold(step.jobId());
            default ->
                CompletableFuture.completedFuture(Outcome.resolved(Json.object().set("config", step.config())));
        };
    }

    int mostRunning() {
        return mostRunning.get();
    }

    int running() {
        return running.get();
    }

    private CompletionStage<Outcome> hold(String jobId) {
        holding.add(jobId);
        return held.thenApply(open -> Outcome.resolved(null));
    }

    /** How often the job has come here to be held. */
    long timesHeld(String jobId) {
        return holding.stream().filter(jobId::equals).count();
    }

    void release() {
        held.complete(null);
    }

    void openGate() {
        gate.complete(null);
    }

    private CompletionStage<Outcome> waitAtGate() {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        return gate.thenApply(open -> {
            running.decrementAndGet();
            return Outcome.resolved(null);
        });
    }
}
