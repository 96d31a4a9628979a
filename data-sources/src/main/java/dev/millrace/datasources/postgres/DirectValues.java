package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.model.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The values of rows that cannot be asked for as JSON: of {@code show}, {@code explain} and {@code call}. */
final class DirectValues {
    /** What the driver reads without loss. Of some other types it makes nulls. */
    private static final Set<String> READABLE =
            Set.of("BOOL", "INT2", "INT4", "INT8", "FLOAT4", "FLOAT8", "TEXT", "VARCHAR", "NAME", "JSON", "JSONB");

    private DirectValues() {}

    /** @throws DataSourceException for a column that cannot be read */
    static ArrayNode of(List<ColumnDescriptor> columns, Row row) {
        ArrayNode values = Json.NODES.arrayNode(row.size());
        for (int i = 0; i < row.size(); i++) {
            values.add(json(columns.get(i), row.getValue(i)));
        }
        return values;
    }

    private static JsonNode json(ColumnDescriptor column, Object value) {
        if (!READABLE.contains(column.typeName())) {
            throw new DataSourceException(
                    "unreadable_column",
                    "Expected a statement that is no query to return texts, numbers, booleans and JSON, but its column \"%s\" is of type %s; make it a text there"
                            .formatted(column.name(), column.typeName().toLowerCase(Locale.ROOT)));
        }
        if (value == null) {
            return Json.NODES.nullNode();
        }
        boolean isJson = value instanceof JsonObject
                || value instanceof JsonArray
                || value instanceof Boolean
                || value instanceof Number;
        return isJson ? Json.parse(io.vertx.core.json.Json.encode(value)) : Json.NODES.textNode(value.toString());
    }
}
