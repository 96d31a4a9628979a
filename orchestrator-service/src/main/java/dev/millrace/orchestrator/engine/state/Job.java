package dev.millrace.orchestrator.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.JobStatus;
import java.time.Instant;

/**
 * One run of one node: one row.
 *
 * @param sequence unique within the execution, from 1 on; the order in which jobs came into being
 * @param result what later nodes see; null while there is none
 * @param meta private state of the node (a loop's target and pass); null where the node keeps none
 * @param attempt of the step, from 1 on
 * @param dispatched whether a worker was asked; such a job is asked for again when a record comes twice
 */
public record Job(
        int sequence,
        String nodeKey,
        String type,
        Path path,
        JobStatus status,
        JsonNode result,
        JsonNode meta,
        String log,
        int attempt,
        boolean dispatched,
        Instant startedAt,
        Instant endedAt) {

    public String id(String executionId) {
        return executionId + "." + sequence;
    }
}
