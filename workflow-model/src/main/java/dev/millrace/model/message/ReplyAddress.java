package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a caller waits for the outcome of an execution.
 *
 * @param address the instance that waits; key of the record on topic {@code replies}
 * @param correlationId the call within that instance
 * @param detail how much the caller wants to hear
 */
public record ReplyAddress(
        @JsonProperty("address") String address,
        @JsonProperty("correlationId") String correlationId,
        @JsonProperty("detail") Detail detail) {

    public enum Detail {
        /** One reply when the outcome is known: the Response node, the end, a failure. */
        OUTCOME,
        /** One reply, with the execution and its jobs, once it has ended or waits for a person or a timer. */
        EXECUTION
    }
}
