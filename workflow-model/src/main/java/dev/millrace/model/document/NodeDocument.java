package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;

/**
 * One node of a workflow as it is drawn. Its place is {@code upstreamKey} (null = head of the workflow) and
 * {@code branchIndex} (null = successor in the same list, otherwise head of that branch of the upstream node).
 *
 * @param timeout bound of one attempt in ms, or null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeDocument(
        @JsonProperty("key") String key,
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("config") JsonNode config,

        @JsonProperty("upstreamKey") @JsonInclude(JsonInclude.Include.ALWAYS)
        String upstreamKey,

        @JsonProperty("branchIndex") @JsonInclude(JsonInclude.Include.ALWAYS)
        BranchIndex branchIndex,

        @JsonProperty("retry") RetryPolicy retry,
        @JsonProperty("timeout") Long timeout,
        @JsonProperty("onFailure") OnFailure onFailure) {

    public NodeDocument {
        config = config == null || config.isNull() ? Json.object() : config;
    }
}
