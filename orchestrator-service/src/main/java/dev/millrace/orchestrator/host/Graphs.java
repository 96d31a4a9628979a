package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.host.book.Book;
import java.util.Optional;
import java.util.function.Function;

/** The workflow versions as one turn sees them: an unknown one is caught up with first, at most once in a turn; what is gone from Kafka is in the book. */
final class Graphs implements Function<String, Optional<WorkflowGraph>> {
    private final Knowledge knowledge;
    private final Book book;
    private boolean caughtUp;

    Graphs(Knowledge knowledge, Book book) {
        this.knowledge = knowledge;
        this.book = book;
    }

    /** The version, if it is in memory. */
    Optional<WorkflowGraph> known(String workflowId) {
        return knowledge.definitions().graph(workflowId);
    }

    @Override
    public Optional<WorkflowGraph> apply(String workflowId) {
        var graph = knowledge.definitions().graph(workflowId);
        if (graph.isPresent() || caughtUp) {
            return graph;
        }
        knowledge.catchUpWithDefinitions();
        caughtUp = true;
        var published = knowledge.definitions().graph(workflowId);
        if (published.isEmpty()) {
            book.restoreVersion(workflowId, knowledge.definitions());
        }
        return published.or(() -> knowledge.definitions().graph(workflowId));
    }
}
