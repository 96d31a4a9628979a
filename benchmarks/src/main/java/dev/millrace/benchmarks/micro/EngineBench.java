package dev.millrace.benchmarks.micro;

import dev.millrace.expressions.ExpressionLanguages;
import dev.millrace.model.document.BranchIndex;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.Advance;
import dev.millrace.orchestrator.engine.Engine;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine as the micro-benchmarks drive it: the very class that the product runs, without its host. */
final class EngineBench {
    static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    static final String EXECUTION = "e1";

    private static final String WORKFLOW = "bench";
    static final ExpressionLanguages LANGUAGES = new ExpressionLanguages();

    private static final StepTypes TYPES = StepTypes.of(Set.of("work"), Set.of());

    private final Engine engine =
            new Engine(Limits.DEFAULT, TYPES, (key, at) -> Optional.empty(), ZoneOffset.UTC, "bench");

    Engine engine() {
        return engine;
    }

    Advance start(WorkflowGraph graph) {
        var event = new TriggerEvent(
                EXECUTION,
                WORKFLOW,
                WORKFLOW,
                "k1",
                Json.parse("{\"data\": {\"price\": 12.5, \"amount\": 3}}"),
                List.of(),
                null,
                null,
                NOW);
        return engine.start(event, graph, NOW);
    }

    /** Compiles, as the orchestrator does, what the definition service has accepted. */
    static WorkflowGraph graph(NodeDocument... nodes) {
        var document = new WorkflowDocument(
                WORKFLOW, WORKFLOW, null, "manual", false, true, null, Json.object(), null, List.of(nodes));
        var version = new WorkflowVersion(WORKFLOW, WORKFLOW, 1, true, true, false, document);
        return WorkflowGraph.of(version, LANGUAGES.byName());
    }

    static NodeDocument node(String key, String type, String config, String upstream) {
        return new NodeDocument(key, type, key, Json.parse(config), upstream, null, null, null, null);
    }

    static NodeDocument inBranch(String key, String type, String config, String upstream) {
        return new NodeDocument(key, type, key, Json.parse(config), upstream, BranchIndex.of(0), null, null, null);
    }
}
