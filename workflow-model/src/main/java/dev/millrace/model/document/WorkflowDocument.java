package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.List;

/**
 * A workflow as it is drawn, exported and imported. Config and options are kept as they came, unknown fields included, but
 * that a bare number as concurrency is spelled out; {@link WorkflowOptions} is the typed view of the options.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowDocument(
        @JsonProperty("key") String key,
        @JsonProperty("title") String title,
        @JsonProperty("description") String description,
        @JsonProperty("type") String type,
        @JsonProperty("sync") boolean sync,
        @JsonProperty("enabled") boolean enabled,
        @JsonProperty("config") JsonNode config,
        @JsonProperty("options") JsonNode options,
        @JsonProperty("categories") List<String> categories,
        @JsonProperty("nodes") List<NodeDocument> nodes) {

    public WorkflowDocument {
        config = config == null || config.isNull() ? Json.object() : config;
        options = options == null || options.isNull() ? Json.object() : Concurrency.spelledOut(options);
        categories = categories == null ? List.of() : List.copyOf(categories);
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
    }
}
