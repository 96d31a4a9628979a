package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnText;
import dev.millrace.model.json.Json;
import java.util.Map;
import org.jooq.Condition;

/** Columns that hold a list: PostgreSQL arrays, and JSON documents that are arrays. */
final class ArrayOperators {
    static final Map<String, Operator> ALL = Map.of(
            "$match", ArrayOperators::match,
            "$notMatch", (operand, value) -> notTrue(match(operand, value)),
            "$anyOf", ArrayOperators::anyOf,
            "$noneOf", (operand, value) -> notTrue(anyOf(operand, value)),
            "$arrayEmpty", (operand, value) -> isLength("= 0", operand),
            "$arrayNotEmpty", (operand, value) -> isLength("> 0", operand));

    private ArrayOperators() {}

    /** The same set, in any order. */
    private static Condition match(Operand operand, JsonNode value) {
        return Sql.condition("({0} @> {1} and {0} <@ {1})", list(operand), value(operand, value));
    }

    private static Condition anyOf(Operand operand, JsonNode value) {
        return operand.is(FieldType.ARRAY)
                ? Sql.condition("{0} && {1}", list(operand), value(operand, value))
                : Sql.condition(
                        "exists (select 1 from jsonb_array_elements({0}) as o(e)"
                                + " where o.e in (select v.e from jsonb_array_elements({1}) as v(e)))",
                        list(operand), value(operand, value));
    }

    private static Condition isLength(String test, Operand operand) {
        String function = operand.is(FieldType.ARRAY) ? "cardinality" : "jsonb_array_length";
        return Sql.condition("coalesce(" + function + "({0}), 0) " + test, list(operand));
    }

    /** A document that is no array counts as one with no elements; an unguarded function would fail the statement. */
    private static org.jooq.Field<Object> list(Operand operand) {
        if (operand.is(FieldType.ARRAY)) {
            return operand.sql();
        }
        if (!operand.is(FieldType.JSON)) {
            throw operand.unsupported();
        }
        return Sql.field("case when jsonb_typeof({0}) = 'array' then {0} end", Sql.cast(operand.sql(), "jsonb"));
    }

    private static org.jooq.Field<Object> value(Operand operand, JsonNode value) {
        var elements = Json.NODES.arrayNode().addAll(ColumnText.elements(value));
        return Sql.value(operand.texts().of(operand.field(), elements), type(operand));
    }

    private static String type(Operand operand) {
        return operand.is(FieldType.ARRAY) ? operand.field().databaseType() : "jsonb";
    }

    private static Condition notTrue(Condition condition) {
        return Sql.condition("({0}) is not true", condition);
    }
}
