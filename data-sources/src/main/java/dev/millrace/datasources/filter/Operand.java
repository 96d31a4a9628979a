package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnText;
import java.util.List;

/** The column that an operator asks about, and how values are compared with it. */
record Operand(org.jooq.Field<Object> sql, Field field, String operator, ColumnText texts, DateRanges dates) {

    boolean is(FieldType... types) {
        return List.of(types).contains(field.type());
    }

    /** The column in a form that has an equality: plain json has none. */
    org.jooq.Field<Object> comparable() {
        return field.databaseType().equals("json") ? Sql.cast(sql, "jsonb") : sql;
    }

    /** {@code stock > 2.5} is a fair question to an integer column, and so is a number beyond its range. */
    org.jooq.Field<Object> value(JsonNode value) {
        return isNumericBeyond(List.of(value))
                ? Sql.value(number(value), "numeric")
                : Sql.value(texts.of(field, value), comparedType());
    }

    org.jooq.Field<Object> values(List<JsonNode> values) {
        return isNumericBeyond(values)
                ? Sql.values(values.stream().map(this::number).toArray(String[]::new), "numeric")
                : Sql.values(
                        values.stream().map(value -> texts.of(field, value)).toArray(String[]::new), comparedType());
    }

    org.jooq.Field<String> text() {
        return Sql.asText(sql);
    }

    DataSourceException unsupported() {
        return new DataSourceException(
                "operator_not_supported",
                "Expected operator %s to fit field \"%s\", but it does not apply to type %s"
                        .formatted(operator, field.name(), field.databaseType()));
    }

    DataSourceException invalid(JsonNode value, String expected) {
        return new DataSourceException(
                "invalid_value",
                "Expected %s for operator %s on field \"%s\", but found %s"
                        .formatted(expected, operator, field.name(), value));
    }

    private String comparedType() {
        return field.databaseType().equals("json") ? "jsonb" : field.databaseType();
    }

    private boolean isNumericBeyond(List<JsonNode> values) {
        return is(FieldType.INTEGER, FieldType.BIG_INTEGER) && values.stream().anyMatch(this::isBeyond);
    }

    private boolean isBeyond(JsonNode value) {
        return ColumnText.number(value)
                .filter(number -> number.stripTrailingZeros().scale() > 0
                        || number.toBigInteger().bitLength() >= Integer.SIZE && field.type() == FieldType.INTEGER
                        || number.toBigInteger().bitLength() >= Long.SIZE)
                .isPresent();
    }

    private String number(JsonNode value) {
        return ColumnText.number(value)
                .orElseThrow(() -> ColumnText.invalid(field, value))
                .toString();
    }
}
