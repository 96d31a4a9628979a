package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** @param nextCursor null on the last page */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Page<T>(
        @JsonProperty("items") List<T> items,
        @JsonProperty("nextCursor") String nextCursor) {}
