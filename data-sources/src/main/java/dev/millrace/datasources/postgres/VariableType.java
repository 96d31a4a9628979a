package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.value.ColumnText;
import dev.millrace.model.json.Json;

/**
 * The type that the database wants of a variable where it stands.
 *
 * @param sqlName as it can be written in a cast
 */
record VariableType(String sqlName, String databaseType, FieldType type) {
    /** Where the database does not tell. */
    static final VariableType TEXT = new VariableType("text", "text", FieldType.TEXT);

    /** Whether a list is one value, and not several. */
    boolean takesLists() {
        return type == FieldType.ARRAY || type == FieldType.JSON;
    }

    /** A text for JSON is JSON, as everywhere in SQL; it is not made a JSON text. */
    String text(ColumnText texts, String name, JsonNode value) {
        if (type == FieldType.JSON && value.isTextual()) {
            return value.textValue();
        }
        if (type == FieldType.TEXT && value.isContainerNode()) {
            return Json.text(value);
        }
        try {
            return texts.of(new Field(name, type, databaseType, true, false), value);
        } catch (DataSourceException e) {
            throw new DataSourceException(
                    e.code(),
                    "Expected a value of type %s for variable \"%s\", but %s is none; where another type is meant, write it behind the variable: :%s::text"
                            .formatted(databaseType, name, shortened(Json.text(value)), name),
                    e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
