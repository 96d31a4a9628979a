package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Nobody waits for a step any more: a worker that has not begun it need not, and one that is at it may stop. Topic {@code
 * step-cancellations} (one partition, read by every worker process), key = job id. A help, not a promise: the step may have
 * run by the time it comes; a result of it is refused in any case.
 *
 * @param attempt the newest that was asked for; none up to it is wanted
 */
public record StepCancellation(
        @JsonProperty("executionId") String executionId,
        @JsonProperty("jobId") String jobId,
        @JsonProperty("type") String type,
        @JsonProperty("attempt") int attempt) {}
