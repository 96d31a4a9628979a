package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.time.Instant;
import java.util.List;

/**
 * What one advance changed. Topic {@code execution-events}, key = execution id. Results are not carried: whoever wants
 * them reads the execution.
 *
 * @param advance number of the advance within the execution, from 1 on without gaps
 * @param jobs every job that the advance created or changed
 */
public record ExecutionEvent(
        @JsonProperty("executionId") String executionId,
        @JsonProperty("workflowId") String workflowId,
        @JsonProperty("workflowKey") String workflowKey,
        @JsonProperty("advance") long advance,
        @JsonProperty("status") ExecutionStatus status,
        @JsonProperty("reason") EndReason reason,
        @JsonProperty("jobs") List<JobChange> jobs,
        @JsonProperty("at") Instant at) {

    public record JobChange(
            @JsonProperty("jobId") String jobId,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("type") String type,
            @JsonProperty("path") String path,
            @JsonProperty("status") JobStatus status,
            @JsonProperty("attempt") int attempt) {}
}
