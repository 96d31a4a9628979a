package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnJson;
import dev.millrace.model.json.Json;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record as the database shows it: each column as text. */
record RawRecord(Map<String, String> texts) {
    /** What to select, in the order of the fields. */
    static List<org.jooq.Field<String>> columns(Collection collection, String alias) {
        return collection.fields().stream()
                .map(field -> shown(field, Sql.column(alias, field.name())))
                .toList();
    }

    static RawRecord of(Collection collection, Row row) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < collection.fields().size(); i++) {
            texts.put(collection.fields().get(i).name(), row.getString(i));
        }
        return new RawRecord(texts);
    }

    /** From what {@link #recorded()} wrote. */
    static RawRecord of(JsonNode recorded) {
        var texts = new HashMap<String, String>();
        recorded.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return new RawRecord(texts);
    }

    ObjectNode recorded() {
        ObjectNode recorded = Json.object();
        texts.forEach(recorded::put);
        return recorded;
    }

    String text(String column) {
        return texts.get(column);
    }

    ObjectNode json(Collection collection) {
        ObjectNode json = Json.object();
        collection.fields().forEach(field -> json.set(field.name(), ColumnJson.of(field, texts.get(field.name()))));
        return json;
    }

    /** Elements of arrays keep their JSON types that way. */
    private static org.jooq.Field<String> shown(Field field, org.jooq.Field<Object> column) {
        return field.type() == FieldType.ARRAY
                ? Sql.textField("cast(to_json({0}) as text)", column)
                : Sql.asText(column);
    }
}
