package dev.millrace.orchestrator.host;

import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.Callees;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The workflows that can be called. Definitions are caught up with at most once for each time that is asked for: once in a turn. */
final class CurrentVersions implements Callees {
    private final Knowledge knowledge;
    private final InstantSource clock;
    private final AtomicReference<Instant> caughtUp = new AtomicReference<>(Instant.MIN);

    CurrentVersions(Knowledge knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Override
    public Optional<WorkflowVersion> current(String workflowKey, Instant at) {
        if (caughtUp.get().isBefore(at)) {
            var asked = clock.instant();
            knowledge.catchUpWithDefinitions();
            caughtUp.accumulateAndGet(asked, (known, now) -> now.isAfter(known) ? now : known);
        }
        return knowledge.definitions().current(workflowKey);
    }
}
