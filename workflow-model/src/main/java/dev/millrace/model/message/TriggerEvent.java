package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * Something happened that starts one execution of one workflow version. Topic {@code trigger-events}, key = execution id.
 *
 * @param executionId chosen by the writer (UUIDv7); derived from the event key where the event can come twice
 * @param eventKey idempotency key within the workflow: a second event with it starts nothing
 * @param context what the workflow sees as {@code $context}
 * @param stack workflow keys of the chain of triggers and sub-workflows that led here, oldest first
 * @param replyTo who waits for the outcome, or null
 * @param parentExecutionId the execution that called this one as a sub-workflow, or null
 * @param expiresAt when nobody waits for the outcome any more and the execution is aborted, or null for no bound
 */
public record TriggerEvent(
        @JsonProperty("executionId") String executionId,
        @JsonProperty("workflowId") String workflowId,
        @JsonProperty("workflowKey") String workflowKey,
        @JsonProperty("eventKey") String eventKey,
        @JsonProperty("context") JsonNode context,
        @JsonProperty("stack") List<String> stack,
        @JsonProperty("replyTo") ReplyAddress replyTo,
        @JsonProperty("parentExecutionId") String parentExecutionId,
        @JsonProperty("occurredAt") Instant occurredAt,
        @JsonProperty("expiresAt") Instant expiresAt) {

    public TriggerEvent {
        stack = stack == null ? List.of() : List.copyOf(stack);
    }

    /** An event whose execution may take as long as its workflow allows. */
    public TriggerEvent(
            String executionId,
            String workflowId,
            String workflowKey,
            String eventKey,
            JsonNode context,
            List<String> stack,
            ReplyAddress replyTo,
            String parentExecutionId,
            Instant occurredAt) {
        this(
                executionId,
                workflowId,
                workflowKey,
                eventKey,
                context,
                stack,
                replyTo,
                parentExecutionId,
                occurredAt,
                null);
    }
}
