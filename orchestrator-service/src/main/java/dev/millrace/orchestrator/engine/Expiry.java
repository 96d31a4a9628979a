package dev.millrace.orchestrator.engine;

import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import java.time.Instant;

/** Ends executions whose time is over. */
final class Expiry {
    private Expiry() {}

    static void end(Draft draft) {
        Instant expiresAt = draft.header().expiresAt();
        boolean isOwn = isOwn(draft, expiresAt);
        String sentence = isOwn
                ? "Expected the execution to end by %s, but it was still under way"
                : "Expected the execution to end by %s, when its caller gives up, but it was still under way";
        Ending.end(
                draft,
                ExecutionStatus.ABORTED,
                EndReason.of(isOwn ? EndReason.TIMEOUT : EndReason.PARENT_ABORTED, sentence.formatted(expiresAt)));
    }

    /** Whether the bound is the workflow's own, and not that of a workflow that called it. */
    private static boolean isOwn(Draft draft, Instant expiresAt) {
        long timeout = draft.graph().options().timeout();
        boolean isCalled = draft.header().parentExecutionId() != null;
        return !isCalled
                || (timeout > 0
                        && !draft.header().startedAt().plusMillis(timeout).isAfter(expiresAt));
    }
}
