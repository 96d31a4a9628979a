package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.List;

/**
 * What one control node does, compiled from its config. Immutable: all that it remembers between two calls is in its job.
 *
 * <p>Only {@link #enter} is for every node; the others answer to what the node itself has asked for.
 */
public interface Behaviour {
    /** The flow has come to the node, for the first time or for another attempt. */
    Move enter(NodeRun run);

    /** The node asked by {@link Move.Open} to be called again. */
    default Move goOn(NodeRun run, int step) {
        throw new IllegalStateException("Expected %s to ask for step %d, but it has none".formatted(run.key(), step));
    }

    /**
     * A branch that the node opened has ended.
     *
     * @param from where the branch ran: the node's own place, or a pass inside it
     * @param branchIndex of the branch
     */
    default Move branchEnded(NodeRun run, Path from, int branchIndex, JobStatus status) {
        throw new IllegalStateException("Expected %s to open branches, but it has none".formatted(run.key()));
    }

    /** The pass of a node that does not count passes. */
    int NO_PASS = Integer.MIN_VALUE;

    /**
     * Where in the node's branches an execution begins that takes over the node's job from an earlier one.
     *
     * @param pass from 0, or {@link #NO_PASS}
     */
    record Entrance(int branchIndex, int pass) {}

    /**
     * @param result how far the node has come when the flow stands at the entrance
     * @param again first nodes of further branches that must run again
     */
    record Rewound(JsonNode result, List<GraphNode> again) {}

    /** What a node that stays open while branches run has to be told to stand at an entrance. */
    default Rewound rewound(GraphNode node, JsonNode result, Entrance entrance) {
        return new Rewound(result, List.of());
    }

    /** The newest pass that a job with this result has begun, from 0; {@link #NO_PASS} where passes are not counted, -1 for none. */
    default int lastPass(JsonNode result) {
        return NO_PASS;
    }

    /** The time that the node asked for by {@link Move.Wait} has come. */
    default Move due(NodeRun run) {
        throw new IllegalStateException("Expected %s to wait for a time, but it does not".formatted(run.key()));
    }
}
