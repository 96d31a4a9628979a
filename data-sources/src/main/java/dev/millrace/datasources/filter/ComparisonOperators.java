package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.sql.Sql;
import java.util.Map;
import org.jooq.Condition;

/** Equality and order. */
final class ComparisonOperators {
    static final Map<String, Operator> ALL = Map.ofEntries(
            Map.entry("$eq", ComparisonOperators::equal),
            Map.entry("$ne", ComparisonOperators::different),
            Map.entry("$gt", (operand, value) -> operand.comparable().gt(operand.value(value))),
            Map.entry("$gte", (operand, value) -> operand.comparable().ge(operand.value(value))),
            Map.entry("$lt", (operand, value) -> operand.comparable().lt(operand.value(value))),
            Map.entry("$lte", (operand, value) -> operand.comparable().le(operand.value(value))),
            Map.entry("$between", ComparisonOperators::between),
            Map.entry("$notBetween", (operand, value) -> between(operand, value).not()),
            Map.entry("$is", ComparisonOperators::is),
            Map.entry("$not", ComparisonOperators::isNot));

    private ComparisonOperators() {}

    static Condition equal(Operand operand, JsonNode value) {
        if (value.isNull()) {
            return operand.sql().isNull();
        }
        return isList(operand, value)
                ? MembershipOperators.in(operand, value)
                : operand.comparable().eq(operand.value(value));
    }

    /** As users mean it: a record without a value is different, too. */
    static Condition different(Operand operand, JsonNode value) {
        if (value.isNull()) {
            return operand.sql().isNotNull();
        }
        return isList(operand, value)
                ? MembershipOperators.notIn(operand, value)
                : operand.comparable().isDistinctFrom(operand.value(value));
    }

    private static boolean isList(Operand operand, JsonNode value) {
        return value.isArray() && !operand.is(FieldType.ARRAY, FieldType.JSON);
    }

    private static Condition between(Operand operand, JsonNode value) {
        if (!value.isArray() || value.size() != 2) {
            throw operand.invalid(value, "a list of two values");
        }
        return operand.comparable().between(operand.value(value.get(0)), operand.value(value.get(1)));
    }

    private static Condition is(Operand operand, JsonNode value) {
        return value.isBoolean() && operand.is(FieldType.BOOLEAN)
                ? Sql.condition(value.booleanValue() ? "{0} is true" : "{0} is false", operand.sql())
                : equal(operand, value);
    }

    private static Condition isNot(Operand operand, JsonNode value) {
        return value.isBoolean() && operand.is(FieldType.BOOLEAN)
                ? Sql.condition(value.booleanValue() ? "{0} is not true" : "{0} is not false", operand.sql())
                : different(operand, value);
    }
}
