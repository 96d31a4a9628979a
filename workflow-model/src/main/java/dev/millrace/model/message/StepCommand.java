package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * Run one step. Topic {@code step-commands.<type>}, key = execution id. May come more than once: {@code jobId} is the same
 * each time and is the handler's idempotency key.
 *
 * @param attempt counted from 1
 * @param config the node's config with every template resolved but the secrets
 * @param deadline when the attempt is given up, or null for no bound
 * @param stack workflow keys of the chain, this workflow's last; a step that writes data passes it on
 * @param sync whether a caller waits for the execution
 */
public record StepCommand(
        @JsonProperty("executionId") String executionId,
        @JsonProperty("jobId") String jobId,
        @JsonProperty("workflowKey") String workflowKey,
        @JsonProperty("nodeKey") String nodeKey,
        @JsonProperty("type") String type,
        @JsonProperty("attempt") int attempt,
        @JsonProperty("config") JsonNode config,
        @JsonProperty("secrets") List<SecretReference> secrets,
        @JsonProperty("deadline") Instant deadline,
        @JsonProperty("stack") List<String> stack,
        @JsonProperty("sync") boolean sync) {

    public StepCommand {
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        stack = stack == null ? List.of() : List.copyOf(stack);
    }
}
