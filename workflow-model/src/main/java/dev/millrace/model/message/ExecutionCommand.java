package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.millrace.model.status.EndReason;

/** Steers one execution. Topic {@code execution-commands}, key = execution id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExecutionCommand.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = ExecutionCommand.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = ExecutionCommand.Abort.class, name = "abort"),
    @JsonSubTypes.Type(value = ExecutionCommand.TimerDue.class, name = "timerDue"),
    @JsonSubTypes.Type(value = ExecutionCommand.Proceed.class, name = "proceed")
})
public sealed interface ExecutionCommand {
    String executionId();

    /**
     * The execution is stopped.
     *
     * @param by user name of the person who does it, or null
     * @param reason why, or null where that person says nothing but that
     */
    record Cancel(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("by") String by,
            @JsonProperty("reason") EndReason reason)
            implements ExecutionCommand {

        public Cancel(String executionId, String by) {
            this(executionId, by, null);
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
