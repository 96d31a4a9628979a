package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.TimerKey;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Instant;
import java.util.Optional;

/** Which timer a job has: at most one, due at {@link Job#until}, and its kind follows from the job and its node. */
final class Timers {
    private Timers() {}

    static Optional<TimerKey> of(Job job, GraphNode node) {
        if (job == null || !job.pending() || job.until() == null) {
            return Optional.empty();
        }
        return Optional.of(new TimerKey(job.sequence(), kind(job, node)));
    }

    static TimerKey ofExecution() {
        return new TimerKey(0, TimerKey.Kind.EXECUTION_TIMEOUT);
    }

    private static TimerKey.Kind kind(Job job, GraphNode node) {
        if (job.dispatched()) {
            return TimerKey.Kind.STEP_TIMEOUT;
        }
        if (job.result() == null) {
            return TimerKey.Kind.RETRY;
        }
        return job.result().isNumber() && !boundFirst(node, job.result().longValue())
                ? TimerKey.Kind.DELAY
                : TimerKey.Kind.STEP_TIMEOUT;
    }

    private static boolean boundFirst(GraphNode node, long delay) {
        return node.document().timeout() != null && node.document().timeout() < delay;
    }

    /** When an attempt that begins now is given up; null for never. */
    static Instant deadline(GraphNode node, Instant now) {
        Long timeout = node.document().timeout();
        return timeout == null || timeout <= 0 ? null : now.plusMillis(timeout);
    }

    /** @param end null for never */
    static boolean isOver(Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }

    /** The earlier of two times of which either may be null for never. */
    static Instant earliest(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
