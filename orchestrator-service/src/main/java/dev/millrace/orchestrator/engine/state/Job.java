package dev.millrace.orchestrator.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.JobStatus;
import java.time.Instant;

/**
 * One run of one node: one row.
 *
 * @param sequence unique within the execution, from 1 on; the order in which jobs came into being
 * @param result what later nodes see, and how far a loop or a parallel node has come; null while there is none
 * @param meta private state of the node (a loop's target); set once, then never changed; null where the node keeps none
 * @param attempt of the step, from 1 on
 * @param dispatched whether a worker was asked, or a workflow called; a worker is asked again when a record comes twice
 * @param until when the wait of a PENDING job is over (deadline of the attempt, end of a delay, next attempt), or null for
 *     no bound; exactly then the job has one timer
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
        Instant until,
        Instant startedAt,
        Instant endedAt) {

    public static Job begun(int sequence, String nodeKey, String type, Path path, Instant at) {
        return new Job(sequence, nodeKey, type, path, JobStatus.PENDING, null, null, null, 1, false, null, at, null);
    }

    public String id(String executionId) {
        return executionId + "." + sequence;
    }

    public boolean pending() {
        return status == JobStatus.PENDING;
    }

    /** Whether the job waits for the time of its next attempt. */
    public boolean resting() {
        return pending() && !dispatched && result == null && until != null;
    }

    /** The job as it waits inside the engine: for time to pass or for its branches. */
    public Job waiting(JsonNode newResult, JsonNode newMeta, Instant newUntil) {
        return new Job(
                sequence, nodeKey, type, path, status, newResult, newMeta, log, attempt, false, newUntil, startedAt,
                null);
    }

    /** The job as a worker is asked for an attempt. */
    public Job asked(int newAttempt, Instant deadline) {
        return new Job(
                sequence, nodeKey, type, path, status, null, meta, log, newAttempt, true, deadline, startedAt, null);
    }

    /** The job as it waits for a workflow that it has called. */
    public Job called(JsonNode whichExecution, Instant deadline) {
        return new Job(
                sequence,
                nodeKey,
                type,
                path,
                status,
                whichExecution,
                meta,
                log,
                attempt,
                true,
                deadline,
                startedAt,
                null);
    }

    /** The job as it waits for its next attempt: no result, nobody asked. */
    public Job resting(String line, Instant nextAttempt) {
        return new Job(
                sequence,
                nodeKey,
                type,
                path,
                status,
                null,
                meta,
                joined(line),
                attempt,
                false,
                nextAttempt,
                startedAt,
                null);
    }

    /**
     * The job as it waits again, after it had ended.
     *
     * @param newResult how far it had come, or null
     * @param line what there is to say about it
     */
    public Job reopened(JsonNode newResult, Instant newUntil, String line) {
        return new Job(
                sequence,
                nodeKey,
                type,
                path,
                JobStatus.PENDING,
                newResult,
                meta,
                joined(line),
                attempt,
                false,
                newUntil,
                startedAt,
                null);
    }

    /** The job as its wait is over at another time. */
    public Job until(Instant newUntil) {
        return new Job(
                sequence,
                nodeKey,
                type,
                path,
                status,
                result,
                meta,
                log,
                attempt,
                dispatched,
                newUntil,
                startedAt,
                endedAt);
    }

    /** The job at the start of another attempt inside the engine. */
    public Job again() {
        return new Job(
                sequence, nodeKey, type, path, status, null, meta, log, attempt + 1, false, null, startedAt, null);
    }

    /** @param line what there is to say about it, or null */
    public Job ended(JobStatus newStatus, JsonNode newResult, String line, Instant at) {
        return new Job(
                sequence,
                nodeKey,
                type,
                path,
                newStatus,
                newResult,
                meta,
                joined(line),
                attempt,
                dispatched,
                null,
                startedAt,
                at);
    }

    public Job withMeta(JsonNode newMeta) {
        return new Job(
                sequence,
                nodeKey,
                type,
                path,
                status,
                result,
                newMeta,
                log,
                attempt,
                dispatched,
                until,
                startedAt,
                endedAt);
    }

    private String joined(String line) {
        if (line == null || line.isEmpty()) {
            return log;
        }
        return log == null ? line : log + "\n" + line;
    }
}
