package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.value.ColumnJson;
import dev.millrace.model.json.Json;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The values of a row that the database gave as JSON, as records show them. */
final class AnswerValues {
    private static final ObjectReader EXACT =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** By the driver's name. What is not here stays as JSON has it. */
    private static final Map<String, FieldType> TYPES = Map.of(
            "INT8", FieldType.BIG_INTEGER,
            "OID", FieldType.BIG_INTEGER,
            "NUMERIC", FieldType.DECIMAL,
            "FLOAT4", FieldType.DECIMAL,
            "FLOAT8", FieldType.DECIMAL,
            "TIMESTAMPTZ", FieldType.DATE_TIME,
            "TIMESTAMP", FieldType.LOCAL_DATE_TIME,
            "BYTEA", FieldType.BINARY);

    private final List<ColumnDescriptor> columns;

    AnswerValues(List<ColumnDescriptor> columns) {
        this.columns = columns;
    }

    ArrayNode of(String row) {
        JsonNode record = parse(row);
        ArrayNode values = Json.NODES.arrayNode(columns.size());
        columns.forEach(column -> values.add(value(column.typeName(), record.path(column.name()))));
        return values;
    }

    private static JsonNode value(String type, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        FieldType known = TYPES.get(type);
        if (known != null) {
            return ColumnJson.of(new Field("", known, "", true, false), text(known, value.asText()));
        }
        if (value.isArray() && !type.startsWith("JSON")) {
            return ColumnJson.of(new Field("", FieldType.ARRAY, "", true, false), Json.text(value));
        }
        // Blanks at its end are no part of such a value; the database drops them when it casts it to text.
        return type.equals("BPCHAR") ? Json.NODES.textNode(value.asText().stripTrailing()) : value;
    }

    /** In JSON the database writes moments a little differently. */
    private static String text(FieldType type, String shown) {
        return switch (type) {
            case DATE_TIME -> shown.replace('T', ' ').replace("+00:00", "+00");
            case LOCAL_DATE_TIME -> shown.replace('T', ' ');
            default -> shown;
        };
    }

    private static JsonNode parse(String row) {
        try {
            return EXACT.readTree(row);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
