package dev.millrace.worker.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step as its handler sees it.
 *
 * @param jobId stable over repeats and attempts; the idempotency key
 * @param attempt from 1 on
 * @param config with all templates and secrets resolved
 * @param deadline when nobody waits for the outcome any more
 * @param stack workflow keys of the chain, the step's own workflow last
 * @param stop tells when nobody waits for the outcome any more, before the deadline
 */
public record Step(
        String executionId,
        String jobId,
        String workflowKey,
        String nodeKey,
        int attempt,
        JsonNode config,
        Optional<Instant> deadline,
        List<String> stack,
        StopSignal stop) {

    /** A step that nobody can stop. */
    public Step(
            String executionId,
            String jobId,
            String workflowKey,
            String nodeKey,
            int attempt,
            JsonNode config,
            Optional<Instant> deadline,
            List<String> stack) {
        this(executionId, jobId, workflowKey, nodeKey, attempt, config, deadline, stack, StopSignal.NEVER);
    }
}
