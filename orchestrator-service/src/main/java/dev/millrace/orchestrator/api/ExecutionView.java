package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.SteerRetry;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.orchestrator.engine.Waiting;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;
import java.time.Instant;
import java.util.List;

/**
 * An execution in full.
 *
 * @param key of the workflow
 * @param messages what Response message nodes said, in order
 * @param retryable whether a retry goes on with it
 * @param steering what people did to it
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
        @JsonProperty("eventKey") String eventKey,
        @JsonProperty("paused") boolean paused,
        @JsonProperty("retryable") boolean retryable,
        @JsonProperty("rerunOf") RerunOfView rerunOf,
        @JsonProperty("steering") List<ActView> steering,
        @JsonProperty("waitingFor") List<WaitingView> waitingFor,
        @JsonProperty("jobs") List<JobView> jobs) {

    /** Where the execution comes from; the jobs before {@code nodeKey} at {@code path} are of the earlier one. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RerunOfView(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("path") String path,
            @JsonProperty("by") String by) {

        static RerunOfView of(Steering.RerunOf origin) {
            return origin == null
                    ? null
                    : new RerunOfView(origin.executionId(), origin.nodeKey(), origin.path(), origin.by());
        }
    }

    /** What a person did to the execution. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ActView(
            @JsonProperty("action") String action,
            @JsonProperty("by") String by,
            @JsonProperty("at") Instant at,
            @JsonProperty("detail") String detail) {

        static ActView of(Steering.Act act) {
            return new ActView(act.action(), act.by(), act.at(), act.detail());
        }
    }

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
            @JsonProperty("takenOver") boolean takenOver,
            @JsonProperty("startedAt") Instant startedAt,
            @JsonProperty("endedAt") Instant endedAt) {

        static JobView of(Header header, Job job) {
            var origin = header.steering().rerunOf();
            return new JobView(
                    job.id(header.id()),
                    job.nodeKey(),
                    job.type(),
                    job.path().toString(),
                    job.status(),
                    present(job.result()),
                    job.log(),
                    job.attempt(),
                    origin != null && job.sequence() <= origin.lastSequence(),
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
                header.eventKey(),
                header.paused(),
                SteerRetry.accepts(header.status(), header.steering()),
                RerunOfView.of(header.steering().rerunOf()),
                header.steering().acts().stream().map(ActView::of).toList(),
                waiting.stream().map(WaitingView::of).toList(),
                jobs.stream().map(job -> JobView.of(header, job)).toList());
    }

    private static JsonNode present(JsonNode value) {
        return value == null || value.isMissingNode() ? null : value;
    }
}
