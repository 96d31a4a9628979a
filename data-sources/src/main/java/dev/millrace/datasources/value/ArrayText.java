package dev.millrace.datasources.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.StringJoiner;

/** JSON arrays in PostgreSQL's notation, {@code {"a","b",NULL}}. */
final class ArrayText {
    private ArrayText() {}

    /** A value that is no array is an array of one. */
    static String of(JsonNode value) {
        var elements = new StringJoiner(",", "{", "}");
        (value.isArray() ? value : Json.NODES.arrayNode().add(value)).forEach(one -> elements.add(element(one)));
        return elements.toString();
    }

    private static String element(JsonNode value) {
        if (value.isNull()) {
            return "NULL";
        }
        return value.isArray() ? of(value) : quoted(value.isObject() ? Json.text(value) : value.asText());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
