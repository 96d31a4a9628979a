package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.JobStatus;
import java.util.List;

/**
 * Steers one execution. Topic {@code execution-commands}, key = execution id. What people ask for says which moment of the
 * execution it means, so that a record that comes twice is refused the second time, whatever has happened in between.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExecutionCommand.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = ExecutionCommand.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = ExecutionCommand.Abort.class, name = "abort"),
    @JsonSubTypes.Type(value = ExecutionCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = ExecutionCommand.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ExecutionCommand.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = ExecutionCommand.Rerun.class, name = "rerun"),
    @JsonSubTypes.Type(value = ExecutionCommand.ResumeJob.class, name = "resumeJob"),
    @JsonSubTypes.Type(value = ExecutionCommand.TimerDue.class, name = "timerDue"),
    @JsonSubTypes.Type(value = ExecutionCommand.Proceed.class, name = "proceed")
})
public sealed interface ExecutionCommand {
    String executionId();

    /**
     * The execution is stopped.
     *
     * @param by user name of the person who does it, or null
     * @param run how often the execution had been retried when it was asked for; another number refuses the command; null
     *     for any
     * @param reason why, or null where that person says nothing but that
     */
    record Cancel(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("by") String by,
            @JsonProperty("run") Integer run,
            @JsonProperty("reason") EndReason reason)
            implements ExecutionCommand {

        @JsonCreator
        public Cancel {}

        public Cancel(String executionId, String by) {
            this(executionId, by, null, null);
        }

        public Cancel(String executionId, String by, Integer run) {
            this(executionId, by, run, null);
        }
    }

    /**
     * An execution that was queued for a slot of its workflow's concurrency limit has got one, or will get none.
     *
     * @param refusal why it will get none, or null: it begins
     */
    record Begin(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("refusal") EndReason refusal) implements ExecutionCommand {}

    /**
     * Nothing new begins, and no time passes, until the execution is resumed; what runs at workers may end.
     *
     * @param taken how many commands of people the execution had taken; another number refuses the command
     */
    record Pause(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("by") String by,
            @JsonProperty("taken") int taken)
            implements ExecutionCommand {}

    /**
     * A paused execution goes on where it stood.
     *
     * @param taken as of {@link Pause}
     */
    record Resume(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("by") String by,
            @JsonProperty("taken") int taken)
            implements ExecutionCommand {}

    /**
     * An execution that ended badly goes on from what failed; one that waits for the next attempt of a step makes it now.
     *
     * @param advance number of the last advance when it was asked for; another number refuses the command
     */
    record Retry(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("by") String by,
            @JsonProperty("advance") long advance)
            implements ExecutionCommand {}

    /**
     * A new execution begins at a node of an earlier one, and takes over the jobs before it.
     *
     * @param executionId of the new execution; it refuses a repeat
     * @param of the earlier execution
     * @param workflowId of both, as is {@code workflowKey}
     * @param nodeKey null for the first node
     * @param path which run of the node, as jobs show it; null for the newest
     * @param context null for the one of the earlier execution
     * @param stack workflow keys of the chain that led to the earlier execution
     */
    record Rerun(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("of") String of,
            @JsonProperty("workflowId") String workflowId,
            @JsonProperty("workflowKey") String workflowKey,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("path") String path,
            @JsonProperty("context") JsonNode context,
            @JsonProperty("stack") List<String> stack,
            @JsonProperty("by") String by)
            implements ExecutionCommand {
        public Rerun {
            stack = stack == null ? List.of() : List.copyOf(stack);
        }
    }

    /**
     * Somebody outside says how a waiting job ends.
     *
     * @param attempt of the job; another number refuses the command
     * @param status never PENDING
     */
    record ResumeJob(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("jobId") String jobId,
            @JsonProperty("attempt") int attempt,
            @JsonProperty("by") String by,
            @JsonProperty("status") JobStatus status,
            @JsonProperty("result") JsonNode result)
            implements ExecutionCommand {}

    /**
     * The workflow that called the execution no longer waits for it. It may come before the execution itself, which then never
     * begins: hence all that its event is known by.
     *
     * @param eventKey of the event that starts the execution
     * @param detail one sentence for people
     */
    record Abort(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("workflowId") String workflowId,
            @JsonProperty("workflowKey") String workflowKey,
            @JsonProperty("eventKey") String eventKey,
            @JsonProperty("parentExecutionId") String parentExecutionId,
            @JsonProperty("detail") String detail)
            implements ExecutionCommand {}

    /** A timer of the execution has come due. Harmless when the timer was cleared meanwhile. */
    record TimerDue(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("timer") TimerKey timer) implements ExecutionCommand {}

    /**
     * The execution goes on where its last advance stopped for the sake of others: one advance runs a bounded number of
     * nodes.
     *
     * @param advance number of the advance that asked; an older one is a repeat
     */
    record Proceed(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("advance") long advance) implements ExecutionCommand {}
}
