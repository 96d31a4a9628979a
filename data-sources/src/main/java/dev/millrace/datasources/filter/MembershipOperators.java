package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnText;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;

/**
 * Lists of values: one bound array, whatever their number. A null in the list means records without a value; SQL's own
 * {@code not in} with a null in its list matches nothing at all.
 */
final class MembershipOperators {
    static final Map<String, Operator> ALL =
            Map.of("$in", MembershipOperators::in, "$notIn", MembershipOperators::notIn);

    private MembershipOperators() {}

    static Condition in(Operand operand, JsonNode value) {
        Condition listed = listed(operand, ColumnText.elements(value));
        return namesNull(value) ? listed.or(operand.sql().isNull()) : listed;
    }

    static Condition notIn(Operand operand, JsonNode value) {
        Condition unlisted = Sql.condition("{0} is not true", listed(operand, ColumnText.elements(value)));
        return namesNull(value) ? unlisted.and(operand.sql().isNotNull()) : unlisted;
    }

    private static Condition listed(Operand operand, List<JsonNode> values) {
        if (operand.is(FieldType.ARRAY)) {
            throw operand.unsupported();
        }
        return Sql.anyOf(operand.comparable(), operand.values(values));
    }

    private static boolean namesNull(JsonNode value) {
        for (JsonNode element : value) {
            if (element.isNull()) {
                return true;
            }
        }
        return false;
    }
}
