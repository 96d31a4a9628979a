package dev.millrace.definition.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param nodeKey of a node, or {@code $trigger} for a context */
@Schema(name = "PinnedSample")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SampleView(
        @JsonProperty("nodeKey") String nodeKey,
        @JsonProperty("result") JsonNode result,
        @JsonProperty("updatedAt") Instant updatedAt,
        @JsonProperty("updatedBy") String updatedBy) {}
