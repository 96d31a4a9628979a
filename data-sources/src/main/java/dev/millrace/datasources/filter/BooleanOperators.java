package dev.millrace.datasources.filter;

import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.sql.Sql;
import java.util.Map;
import org.jooq.Condition;

/** Yes, or no and not set. Any other value than true asks for the opposite, as in the reference. */
final class BooleanOperators {
    static final Map<String, Operator> ALL = Map.of(
            "$isTruly", (operand, value) -> isTrue(operand, value.asText().equals("true")),
            "$isFalsy", (operand, value) -> isTrue(operand, !value.asText().equals("true")));

    private BooleanOperators() {}

    private static Condition isTrue(Operand operand, boolean wanted) {
        if (!operand.is(FieldType.BOOLEAN)) {
            throw operand.unsupported();
        }
        return Sql.condition(wanted ? "{0} is true" : "{0} is not true", operand.sql());
    }
}
