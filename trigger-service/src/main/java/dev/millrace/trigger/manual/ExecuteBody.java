package dev.millrace.trigger.manual;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a manual run takes, for the contract; see {@link ExecuteRequest} for how it is read. */
@Schema(name = "ExecuteRequest")
record ExecuteBody(
        @Schema(description = "What the workflow sees as $context, an object")
        JsonNode context,

        @Schema(description = "A repeat with the same key starts nothing")
        String eventKey,

        @JsonProperty("wait")
        @Schema(description = "How long to wait for the execution to end, in ms; 0 for not at all")
        Integer patience) {}
