package dev.millrace.model.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.function.BiFunction;

/** Rewrites every text of a JSON value, names of fields included. */
final class Texts {
    private Texts() {}

    /** @param rewrite gets the text and the pointer of the place where it stands */
    static JsonNode rewrite(JsonNode value, JsonPointer at, BiFunction<String, JsonPointer, String> rewrite) {
        return switch (value.getNodeType()) {
            case STRING -> Json.NODES.textNode(rewrite.apply(value.textValue(), at));
            case ARRAY -> {
                ArrayNode array = Json.NODES.arrayNode(value.size());
                for (int i = 0; i < value.size(); i++) {
                    array.add(rewrite(value.get(i), at.appendIndex(i), rewrite));
                }
                yield array;
            }
            case OBJECT -> {
                ObjectNode object = Json.object();
                value.properties().forEach(field -> {
                    JsonPointer below = at.appendProperty(field.getKey());
                    object.set(rewrite.apply(field.getKey(), below), rewrite(field.getValue(), below, rewrite));
                });
                yield object;
            }
            default -> value;
        };
    }
}
