package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.sql.Sql;
import java.util.Map;
import org.jooq.Condition;

/** Whether there is a value, or an associated record. The value false asks for the opposite. */
final class PresenceOperators {
    static final Map<String, Operator> ALL = Map.of(
            "$empty", (operand, value) -> asked(empty(operand), value),
            "$notEmpty", (operand, value) -> asked(empty(operand).not(), value),
            "$exists", (operand, value) -> asked(operand.sql().isNotNull(), value),
            "$notExists", (operand, value) -> asked(operand.sql().isNull(), value));

    private PresenceOperators() {}

    /** Null, and the empty text, list or document. */
    private static Condition empty(Operand operand) {
        Condition none = operand.sql().isNull();
        return switch (operand.field().type()) {
            case TEXT -> none.or(operand.text().eq(Sql.text("")));
            case ARRAY -> none.or(Sql.condition("cardinality({0}) = 0", operand.sql()));
            case JSON ->
                none.or(Sql.condition(
                        "cast({0} as text) in ('[]', '{}', '\"\"', 'null')", Sql.cast(operand.sql(), "jsonb")));
            default -> none;
        };
    }

    private static Condition asked(Condition condition, JsonNode value) {
        return value.isBoolean() && !value.booleanValue() ? condition.not() : condition;
    }
}
