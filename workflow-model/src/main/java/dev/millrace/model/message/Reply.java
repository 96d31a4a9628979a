package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import java.util.List;
import java.util.Map;

/**
 * The outcome for a waiting caller. Topic {@code replies}, key = the address.
 *
 * @param status of the execution at the time of the reply
 * @param reason why it ended, where it did not end by itself
 * @param output what the Output node wrote, or null
 * @param response what the Response node said, or null
 * @param execution the execution as the API shows it, only where it was asked for
 * @param messages what Response message nodes said, in order
 */
public record Reply(
        @JsonProperty("address") String address,
        @JsonProperty("correlationId") String correlationId,
        @JsonProperty("executionId") String executionId,
        @JsonProperty("status") ExecutionStatus status,
        @JsonProperty("reason") EndReason reason,
        @JsonProperty("output") JsonNode output,
        @JsonProperty("response") Response response,
        @JsonProperty("execution") JsonNode execution,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("messages")
        List<String> messages) {

    public Reply {
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    /** A reply without messages. */
    public Reply(
            String address,
            String correlationId,
            String executionId,
            ExecutionStatus status,
            EndReason reason,
            JsonNode output,
            Response response,
            JsonNode execution) {
        this(address, correlationId, executionId, status, reason, output, response, execution, List.of());
    }

    public Reply withExecution(JsonNode newExecution) {
        return new Reply(address, correlationId, executionId, status, reason, output, response, newExecution, messages);
    }

    /**
     * @param statusCode HTTP status, 200 to 599
     * @param body any JSON; a text is sent as it is
     */
    public record Response(
            @JsonProperty("statusCode") int statusCode,
            @JsonProperty("headers") Map<String, String> headers,
            @JsonProperty("body") JsonNode body) {}
}
