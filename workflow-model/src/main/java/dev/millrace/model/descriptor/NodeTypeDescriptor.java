package dev.millrace.model.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;

/**
 * All that anyone needs to know of a node type: from it come validation, the editor's form, the variable picker and the
 * reference documentation.
 *
 * @param type the type's name in a workflow document
 * @param group place in the palette: control, calculation, collection, manual, extended
 * @param configSchema JSON Schema (2020-12) of the node's config, with UI hints under {@code x-ui}; a schema with
 *     {@code "x-template": true} also accepts a text that is exactly one template
 * @param resultSchema JSON Schema of the node's result, or null when it has none
 * @param testable whether one node of the type can be run alone
 * @param syncCapable whether the type may stand in a synchronous workflow
 * @param help a paragraph for the reader of the palette and of the reference documentation
 * @param example a config that works
 */
public record NodeTypeDescriptor(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("group") String group,
        @JsonProperty("icon") String icon,
        @JsonProperty("configSchema") JsonNode configSchema,
        @JsonProperty("resultSchema") JsonNode resultSchema,
        @JsonProperty("branches") Branches branches,
        @JsonProperty("testable") boolean testable,
        @JsonProperty("syncCapable") boolean syncCapable,
        @JsonProperty("help") String help,
        @JsonProperty("example") JsonNode example) {

    public NodeTypeDescriptor {
        branches = branches == null ? Branches.NONE : branches;
        configSchema = configSchema == null ? Json.object() : configSchema;
    }
}
