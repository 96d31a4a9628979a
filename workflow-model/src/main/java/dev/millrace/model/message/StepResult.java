package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.JobStatus;

/**
 * How one attempt of a step ended. Topic {@code step-results}, key = execution id.
 *
 * @param status never PENDING
 * @param errorCode names the kind of failure for retry policies ({@code timeout}, {@code http_503}), or null
 * @param log what the handler had to say, or null
 */
public record StepResult(
        @JsonProperty("executionId") String executionId,
        @JsonProperty("jobId") String jobId,
        @JsonProperty("attempt") int attempt,
        @JsonProperty("status") JobStatus status,
        @JsonProperty("result") JsonNode result,
        @JsonProperty("errorCode") String errorCode,
        @JsonProperty("log") String log) {}
