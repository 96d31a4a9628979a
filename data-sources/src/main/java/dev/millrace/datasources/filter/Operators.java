package dev.millrace.datasources.filter;

import dev.millrace.datasources.DataSourceException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** All operators by name; each family has its own file. */
final class Operators {
    private static final Map<String, Operator> BY_NAME = new HashMap<>();

    static {
        BY_NAME.putAll(ComparisonOperators.ALL);
        BY_NAME.putAll(MembershipOperators.ALL);
        BY_NAME.putAll(TextOperators.ALL);
        BY_NAME.putAll(PresenceOperators.ALL);
        BY_NAME.putAll(BooleanOperators.ALL);
        BY_NAME.putAll(ArrayOperators.ALL);
        BY_NAME.putAll(DateOperators.ALL);
    }

    private Operators() {}

    static Operator named(String name) {
        Operator operator = BY_NAME.get(name);
        if (operator == null) {
            throw unknown(name);
        }
        return operator;
    }

    static DataSourceException unknown(String name) {
        return new DataSourceException(
                "unknown_operator",
                "Expected a filter operator, but \"%s\" is none; there are %s"
                        .formatted(name, String.join(" ", new TreeSet<>(BY_NAME.keySet()))));
    }
}
