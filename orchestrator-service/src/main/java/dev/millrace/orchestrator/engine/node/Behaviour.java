package dev.millrace.orchestrator.engine.node;

import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.Path;

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

    /** The time that the node asked for by {@link Move.Wait} has come. */
    default Move due(NodeRun run) {
        throw new IllegalStateException("Expected %s to wait for a time, but it does not".formatted(run.key()));
    }
}
