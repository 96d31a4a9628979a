package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.status.EndReason;

/** Why an execution ended otherwise than by running to its end. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReasonView(
        @JsonProperty("code") String code,
        @JsonProperty("by") String by,
        @JsonProperty("detail") String detail) {

    static ReasonView of(EndReason reason) {
        return reason == null ? null : new ReasonView(reason.code(), reason.by(), reason.detail());
    }
}
