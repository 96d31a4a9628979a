package dev.millrace.datasources.postgres;

import dev.millrace.datasources.FieldType;
import java.util.Map;

/** What PostgreSQL's types are to filters and forms. */
final class FieldTypes {
    private static final Map<String, FieldType> BY_NAME = Map.ofEntries(
            Map.entry("text", FieldType.TEXT),
            Map.entry("varchar", FieldType.TEXT),
            Map.entry("bpchar", FieldType.TEXT),
            Map.entry("name", FieldType.TEXT),
            Map.entry("citext", FieldType.TEXT),
            Map.entry("int2", FieldType.INTEGER),
            Map.entry("int4", FieldType.INTEGER),
            Map.entry("oid", FieldType.BIG_INTEGER),
            Map.entry("int8", FieldType.BIG_INTEGER),
            Map.entry("numeric", FieldType.DECIMAL),
            Map.entry("float4", FieldType.DECIMAL),
            Map.entry("float8", FieldType.DECIMAL),
            Map.entry("bool", FieldType.BOOLEAN),
            Map.entry("date", FieldType.DATE),
            Map.entry("time", FieldType.TIME),
            Map.entry("timetz", FieldType.TIME),
            Map.entry("timestamptz", FieldType.DATE_TIME),
            Map.entry("timestamp", FieldType.LOCAL_DATE_TIME),
            Map.entry("uuid", FieldType.UUID),
            Map.entry("json", FieldType.JSON),
            Map.entry("jsonb", FieldType.JSON),
            Map.entry("bytea", FieldType.BINARY));

    private FieldTypes() {}

    /**
     * @param baseName the type's name, of a domain the name of the type below it
     * @param kind {@code pg_type.typtype} of that type: e is an enumeration
     * @param category {@code pg_type.typcategory} of that type: A is an array
     */
    static FieldType of(String baseName, String kind, String category) {
        if (category.equals("A")) {
            return FieldType.ARRAY;
        }
        return kind.equals("e") ? FieldType.TEXT : BY_NAME.getOrDefault(baseName, FieldType.OTHER);
    }
}
