package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.value.ColumnJson;
import dev.millrace.model.json.Json;
import java.util.Optional;

/** Rows of the log in the JSON shapes that the data nodes give. */
final class RowJson {
    /** Debezium's placeholder for a large value that an update did not touch, so that the log does not have it. */
    static final String UNAVAILABLE = "__debezium_unavailable_value";

    private RowJson() {}

    /** Fields whose value the log does not have are left out. */
    static ObjectNode of(ObjectNode row, Optional<Collection> structure) {
        var shaped = Json.object();
        row.fields().forEachRemaining(column -> {
            if (!isUnavailable(column.getValue())) {
                var field = structure.flatMap(collection -> collection.field(column.getKey()));
                shaped.set(
                        column.getKey(),
                        field.map(known -> value(known, column.getValue())).orElse(column.getValue()));
            }
        });
        return shaped;
    }

    /** Whether the log does not have all values. */
    static boolean isIncomplete(ObjectNode row) {
        for (JsonNode value : row) {
            if (isUnavailable(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnavailable(JsonNode value) {
        return value.isTextual() && value.textValue().equals(UNAVAILABLE);
    }

    private static JsonNode value(Field field, JsonNode value) {
        if (value.isNull() || value.isContainerNode()) {
            return value;
        }
        return switch (field.type()) {
            case INTEGER, BIG_INTEGER, DECIMAL, DATE_TIME, LOCAL_DATE_TIME, JSON ->
                ColumnJson.of(field, value.asText());
            case DATE -> Json.NODES.textNode(withoutZone(value.asText()));
            case TIME -> Json.NODES.textNode(time(field, value.asText()));
            case BOOLEAN, TEXT, UUID, BINARY, ARRAY, OTHER -> value;
        };
    }

    private static String time(Field field, String text) {
        return field.databaseType().equals("timetz") ? withoutZone(text) + "+00" : withoutZone(text);
    }

    private static String withoutZone(String text) {
        return text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    }
}
