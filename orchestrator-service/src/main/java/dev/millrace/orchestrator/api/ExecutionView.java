package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.orchestrator.engine.Waiting;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Instant;
import java.util.List;

/**
 * An execution in full.
 *
 * @param key of the workflow
 * @param messages what Response message nodes said, in order
 * @param waitingFor what keeps it from going on; empty once it has ended
 * @param jobs in the order in which they came into being
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExecutionView(
        @JsonProperty("id") String id,
        @JsonProperty("workflowId") String workflowId,
        @JsonProperty("key") String key,
        @JsonProperty("status") ExecutionStatus status,
        @JsonProperty("reason") ReasonView reason,
        @JsonProperty("context") JsonNode context,
        @JsonProperty("output") JsonNode output,
        @JsonProperty("startedAt") Instant startedAt,
        @JsonProperty("endedAt") Instant endedAt,
        @JsonProperty("createdAt") Instant createdAt,
        @JsonProperty("parentExecutionId") String parentExecutionId,
        @JsonProperty("messages") List<String> messages,
        @JsonProperty("waitingFor") List<WaitingView> waitingFor,
        @JsonProperty("jobs") List<JobView> jobs) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WaitingView(
            @JsonProperty("jobId") String jobId,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("type") String type,
            @JsonProperty("path") String path,
            @JsonProperty("kind") String kind,
            @JsonProperty("since") Instant since,
            @JsonProperty("until") Instant until) {

        static WaitingView of(Waiting waiting) {
            return new WaitingView(
                    waiting.jobId(),
                    waiting.nodeKey(),
                    waiting.type(),
                    waiting.path(),
                    waiting.kind().toJson(),
                    waiting.since(),
                    waiting.until());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record JobView(
            @JsonProperty("id") String id,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("type") String type,
            @JsonProperty("path") String path,
            @JsonProperty("status") JobStatus status,
            @JsonProperty("result") JsonNode result,
            @JsonProperty("log") String log,
            @JsonProperty("attempt") int attempt,
            @JsonProperty("startedAt") Instant startedAt,
            @JsonProperty("endedAt") Instant endedAt) {

        static JobView of(String executionId, Job job) {
            return new JobView(
                    job.id(executionId),
                    job.nodeKey(),
                    job.type(),
                    job.path().toString(),
                    job.status(),
                    present(job.result()),
                    job.log(),
                    job.attempt(),
                    job.startedAt(),
                    job.endedAt());
        }
    }

    static ExecutionView of(Header header, List<Job> jobs, StepTypes types) {
        var waiting = Waiting.of(ExecutionState.restore(header, jobs), types);
        return new ExecutionView(
                header.id(),
                header.workflowId(),
                header.workflowKey(),
                header.status(),
                ReasonView.of(header.reason()),
                present(header.context()),
                present(header.output()),
                header.startedAt(),
                header.endedAt(),
                header.createdAt(),
                header.parentExecutionId(),
                header.messages(),
                waiting.stream().map(WaitingView::of).toList(),
                jobs.stream().map(job -> JobView.of(header.id(), job)).toList());
    }

    private static JsonNode present(JsonNode value) {
        return value == null || value.isMissingNode() ? null : value;
    }
}
