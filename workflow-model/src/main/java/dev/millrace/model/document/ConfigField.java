package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of a config whose schema carries a hint, and that has a value.
 *
 * @param pointer JSON pointer into the document
 * @param value neither null nor missing
 * @param schema of the field
 * @param parent the object or list it stands in; missing for the config itself
 * @param parentSchema schema of the parent; missing for the config itself
 */
public record ConfigField(String pointer, JsonNode value, JsonNode schema, JsonNode parent, JsonNode parentSchema) {

    /** The hint {@code x-ui}, or the empty text. */
    public String ui() {
        return schema.path("x-ui").asText("");
    }

    /** The value of a field beside this one: its default where it is not set. */
    public JsonNode sibling(String name) {
        return parent.hasNonNull(name)
                ? parent.get(name)
                : parentSchema.path("properties").path(name).path("default");
    }
}
