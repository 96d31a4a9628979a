package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.status.JobStatus;
import dev.millrace.model.variable.Variables;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.node.Move;
import dev.millrace.orchestrator.engine.node.NodeRun;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Runs one control node by itself, on variables that somebody made up. Nothing of it is an execution. Thread-safe. */
public final class Trial {
    private static final String KEY = "test";

    private final Limits limits;
    private final Map<String, ExpressionLanguage> languages;
    private final ZoneId zone;

    /** @param languages by name */
    public Trial(Limits limits, Map<String, ExpressionLanguage> languages, ZoneId zone) {
        this.limits = limits;
        this.languages = Map.copyOf(languages);
        this.zone = zone;
    }

    /**
     * How the node ended.
     *
     * @param errorCode names the failure, or null
     * @param notes what the node would have kept in its job for the reader, or null
     */
    public record Ended(JobStatus status, JsonNode result, String errorCode, JsonNode notes) {
        private static Ended resolved(JsonNode result) {
            return new Ended(JobStatus.RESOLVED, result, null, null);
        }
    }

    /**
     * @param type of a control node that ends in the moment it runs
     * @throws IllegalArgumentException for a type that waits, or runs other nodes
     */
    public Ended run(String type, JsonNode config, Variables variables, Instant now) {
        var document = new NodeDocument(KEY, type, null, config, null, null, null, null, null);
        var workflow =
                new WorkflowDocument(KEY, null, null, "manual", false, false, null, null, List.of(), List.of(document));
        var graph = WorkflowGraph.of(new WorkflowVersion(KEY, KEY, 1, false, false, false, workflow), languages);
        var node = graph.head().orElseThrow();
        var behaviour = node.behaviour()
                .orElseThrow(() -> new IllegalArgumentException("Expected a control node, but was " + type));
        var move = behaviour.enter(new Alone(node, variables, now, zone, limits));
        return ended(new Payloads(limits.resultBytes()).bounded(node, move), type);
    }

    private static Ended ended(Move move, String type) {
        if (move instanceof Move.End end) {
            return new Ended(end.status(), end.result(), end.code(), null);
        }
        if (move instanceof Move.EndInto into) {
            return new Ended(into.status(), into.result(), null, into.meta());
        }
        if (move instanceof Move.Output output) {
            return Ended.resolved(output.value());
        }
        if (move instanceof Move.Tell tell) {
            return Ended.resolved(Json.NODES.textNode(tell.message()));
        }
        if (move instanceof Move.Assign assign) {
            return Ended.resolved(assign.value());
        }
        throw new IllegalArgumentException("Expected a type that ends at once, but %s does not".formatted(type));
    }

    /** The run of a node that has no execution around it. */
    private record Alone(GraphNode node, Variables variables, Instant now, ZoneId zone, Limits limits)
            implements NodeRun {
        @Override
        public Path path() {
            return Path.ROOT;
        }

        @Override
        public JsonNode result() {
            return null;
        }

        @Override
        public JsonNode meta() {
            return null;
        }

        @Override
        public Variables variables(Path inside) {
            return variables;
        }

        @Override
        public boolean knows(String nodeKey) {
            return false;
        }

        @Override
        public int lastSequence() {
            return 0;
        }
    }
}
