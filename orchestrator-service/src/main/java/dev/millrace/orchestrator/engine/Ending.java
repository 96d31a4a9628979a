package dev.millrace.orchestrator.engine;

import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Path;

/** Ends what is still under way, by name. */
final class Ending {
    private Ending() {}

    /** Ends the execution. */
    static void end(Draft draft, ExecutionStatus status, EndReason reason) {
        var left = status == ExecutionStatus.CANCELED ? JobStatus.CANCELED : JobStatus.ABORTED;
        String why = "%s: the execution ended as %s".formatted(left, status);
        draft.tasks().forEach(draft.underWay()::dropped);
        draft.endPending(job -> true, job -> job.ended(left, job.result(), why, draft.now()));
        draft.ended(status, reason);
    }

    /** Cancels what is under way in the branches of a node that no longer waits for them. */
    static void cancelInside(Draft draft, GraphNode node, Path path) {
        if (node.heads().isEmpty()) {
            return;
        }
        String why = "%s: node %s went on without it".formatted(JobStatus.CANCELED, node.key());
        draft.endPending(
                job -> isInside(draft, job.nodeKey(), job.path(), node, path),
                job -> job.ended(JobStatus.CANCELED, job.result(), why, draft.now()));
        draft.tasks()
                .removeIf(task ->
                        concerns(draft, task, node, path) && draft.underWay().dropped(task));
    }

    /** A task to call the node itself again is void as well. */
    private static boolean concerns(Draft draft, Task task, GraphNode node, Path path) {
        boolean itself = task instanceof Task.GoOn
                && task.nodeKey().equals(node.key())
                && task.path().equals(path);
        return itself || isInside(draft, task.nodeKey(), task.path(), node, path);
    }

    private static boolean isInside(Draft draft, String nodeKey, Path at, GraphNode node, Path path) {
        return draft.node(nodeKey).isInside(node) && at.startsWith(path);
    }
}
