package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** RFC 9457, with a code for machines. */
record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("code") String code,
        @JsonProperty("errors") List<Violation> errors) {

    record Violation(
            @JsonProperty("pointer") String pointer,
            @JsonProperty("code") String code,
            @JsonProperty("detail") String detail) {}
}
