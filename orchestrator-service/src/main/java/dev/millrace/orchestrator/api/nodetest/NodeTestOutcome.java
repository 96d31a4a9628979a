package dev.millrace.orchestrator.api.nodetest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Trial;

/**
 * How the node ended.
 *
 * @param errorCode names the failure as retry policies name it, or null
 * @param log what the node had to say, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record NodeTestOutcome(
        @JsonProperty("status") JobStatus status,
        @JsonProperty("result") JsonNode result,
        @JsonProperty("errorCode") String errorCode,
        @JsonProperty("log") String log) {

    static NodeTestOutcome of(Trial.Ended ended) {
        return new NodeTestOutcome(
                ended.status(),
                ended.result(),
                ended.errorCode(),
                ended.notes() == null ? null : Json.text(ended.notes()));
    }

    static NodeTestOutcome of(StepResult result) {
        return new NodeTestOutcome(result.status(), result.result(), result.errorCode(), result.log());
    }
}
