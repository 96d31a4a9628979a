package dev.millrace.model.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;

/**
 * All that anyone needs to know of a trigger type; see {@link NodeTypeDescriptor}.
 *
 * @param sync true or false when the type forces the execution mode, null when the workflow chooses
 * @param contextSchema JSON Schema of {@code $context} as the type writes it
 */
public record TriggerTypeDescriptor(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("icon") String icon,
        @JsonProperty("configSchema") JsonNode configSchema,
        @JsonProperty("contextSchema") JsonNode contextSchema,
        @JsonProperty("sync") Boolean sync,
        @JsonProperty("help") String help,
        @JsonProperty("example") JsonNode example) {

    public TriggerTypeDescriptor {
        configSchema = configSchema == null ? Json.object() : configSchema;
    }
}
