package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import java.util.Optional;
import java.util.function.Function;

/** The workflow versions as one turn sees them: an unknown one is caught up with first, at most once in a turn. */
final class Graphs implements Function<String, Optional<WorkflowGraph>> {
    private final Knowledge knowledge;
    private boolean caughtUp;

    Graphs(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Optional<WorkflowGraph> apply(String workflowId) {
        var graph = knowledge.definitions().graph(workflowId);
        if (graph.isPresent() || caughtUp) {
            return graph;
        }
        knowledge.catchUpWithDefinitions();
        caughtUp = true;
        return knowledge.definitions().graph(workflowId);
    }
}
