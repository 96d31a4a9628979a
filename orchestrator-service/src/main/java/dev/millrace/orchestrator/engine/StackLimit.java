package dev.millrace.orchestrator.engine;

import java.util.List;
import java.util.Optional;

/** How often a workflow may stand in one chain of triggers and sub-workflows. */
final class StackLimit {
    static final String CODE = "stack_limit";

    private StackLimit() {}

    /** Why the workflow must not join the chain, in one sentence; empty when it may. */
    static Optional<String> refusal(List<String> chain, String workflowKey, int limit) {
        long times = chain.stream().filter(workflowKey::equals).count();
        return times < limit
                ? Optional.empty()
                : Optional.of("Expected workflow %s at most %d times in one chain, but it has been there %d times"
                        .formatted(workflowKey, limit, times));
    }
}
