package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import java.time.Instant;
import java.util.UUID;

/** An execution in a list: without what may be large. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExecutionSummary(
        @JsonProperty("id") String id,
        @JsonProperty("workflowId") String workflowId,
        @JsonProperty("key") String key,
        @JsonProperty("status") ExecutionStatus status,
        @JsonProperty("reason") ReasonView reason,
        @JsonProperty("startedAt") Instant startedAt,
        @JsonProperty("endedAt") Instant endedAt,
        @JsonProperty("createdAt") Instant createdAt,
        @JsonProperty("parentExecutionId") String parentExecutionId,
        @JsonProperty("eventKey") String eventKey,
        @JsonProperty("paused") boolean paused) {

    static ExecutionSummary of(Object[] row) {
        var reason = (String) row[4];
        return new ExecutionSummary(
                ((UUID) row[0]).toString(),
                (String) row[1],
                (String) row[2],
                ExecutionStatus.valueOf((String) row[3]),
                reason == null ? null : ReasonView.of(Json.mapper().convertValue(Json.parse(reason), EndReason.class)),
                (Instant) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (String) row[8],
                (String) row[9],
                (Boolean) row[10]);
    }
}
