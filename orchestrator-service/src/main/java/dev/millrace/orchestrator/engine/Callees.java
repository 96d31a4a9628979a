package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.WorkflowVersion;
import java.time.Instant;
import java.util.Optional;

/** The workflows that can be called by others. The answer may change while executions run. */
@FunctionalInterface
public interface Callees {
    /**
     * The version that the key stands for, enabled or not; empty when there is no such workflow (any more).
     *
     * @param at nothing that was published before this time is overlooked
     */
    Optional<WorkflowVersion> current(String workflowKey, Instant at);
}
