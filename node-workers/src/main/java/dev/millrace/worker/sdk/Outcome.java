package dev.millrace.worker.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;

/**
 * How a step ended.
 *
 * @param status never PENDING
 * @param errorCode names the kind of failure for retry policies, or null
 * @param log what the handler had to say, or null
 */
public record Outcome(JobStatus status, JsonNode result, String errorCode, String log) {
    public Outcome {
        if (status == JobStatus.PENDING) {
            throw new IllegalArgumentException("Expected a step to end, but its outcome is PENDING");
        }
        result = result == null || result.isMissingNode() ? NullNode.getInstance() : result;
    }

    public static Outcome resolved(JsonNode result) {
        return new Outcome(JobStatus.RESOLVED, result, null, null);
    }

    /** A business failure: what the node was to establish does not hold. */
    public static Outcome failed(String errorCode, JsonNode result) {
        return new Outcome(JobStatus.FAILED, result, errorCode, null);
    }

    /**
     * An error: the node could not do its work.
     *
     * @param message one sentence, {@code Expected to ..., but ...}
     */
    public static Outcome error(String errorCode, String message) {
        return new Outcome(
                JobStatus.ERROR, Json.object().put("message", message).put("code", errorCode), errorCode, null);
    }
}
