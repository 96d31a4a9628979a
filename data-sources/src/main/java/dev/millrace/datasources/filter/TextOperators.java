package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.datasources.value.ColumnText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Parts of a text, without regard to case, and patterns. Columns of other types are compared as the texts they are shown as.
 * Records without a value match neither a test nor its opposite.
 */
final class TextOperators {
    static final Map<String, Operator> ALL = new HashMap<>();

    static {
        part("$includes", "$notIncludes", text -> "%" + text + "%");
        part("$startsWith", "$notStartsWith", text -> text + "%");
        part("$endWith", "$notEndWith", text -> "%" + text);
        pattern("$like", "{0} like {1}");
        pattern("$notLike", "{0} not like {1}");
        pattern("$iLike", "{0} ilike {1}");
        pattern("$notILike", "{0} not ilike {1}");
        pattern("$regexp", "{0} ~ {1}");
        pattern("$notRegexp", "{0} !~ {1}");
        pattern("$iRegexp", "{0} ~* {1}");
        pattern("$notIRegexp", "{0} !~* {1}");
    }

    private TextOperators() {}

    private static void part(String name, String opposite, UnaryOperator<String> pattern) {
        ALL.put(
                name,
                (operand, value) -> value.isNull()
                        ? operand.sql().isNull()
                        : DSL.or(matches("{0} ilike {1}", operand, value, pattern)));
        ALL.put(
                opposite,
                (operand, value) -> value.isNull()
                        ? operand.sql().isNotNull()
                        : DSL.and(matches("{0} not ilike {1}", operand, value, pattern)));
    }

    /** Every element of a list is one test. */
    private static List<Condition> matches(
            String test, Operand operand, JsonNode value, UnaryOperator<String> pattern) {
        return ColumnText.elements(value).stream()
                .map(element -> pattern.apply(escaped(text(operand, element))))
                .map(text -> Sql.condition(test, operand.text(), Sql.text(text)))
                .collect(Collectors.toList());
    }

    private static void pattern(String name, String test) {
        ALL.put(name, (operand, value) -> Sql.condition(test, operand.text(), Sql.text(text(operand, value))));
    }

    private static String text(Operand operand, JsonNode value) {
        if (value.isContainerNode() || value.isNull()) {
            throw operand.invalid(value, "a text");
        }
        return value.asText();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
