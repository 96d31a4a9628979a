package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What COUNTIF and its relatives compare with: {@code ">=5"}, {@code "<>x"}, {@code 7}; {@code "*"} and nothing match all. */
record Criterion(String operator, Object operand) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final List<String> OPERATORS = List.of(">", ">=", "<", "<=", "=", "<>");
    private static final Criterion ANYTHING = new Criterion("*", null);
    private static final Criterion NOTHING = new Criterion("", null);

    static Criterion of(Object criteria) {
        if (criteria == UNDEFINED || "*".equals(criteria)) {
            return ANYTHING;
        }
        List<String> tokens = tokens((String) Operators.add(criteria, ""));
        if (tokens.isEmpty()) {
            return NOTHING;
        }
        boolean operated = OPERATORS.contains(tokens.get(0));
        String literal = String.join("", operated ? tokens.subList(1, tokens.size()) : tokens);
        return new Criterion(operated ? tokens.get(0) : "=", literal.isEmpty() ? UNDEFINED : operand(literal));
    }

    boolean matchesAll() {
        return this == ANYTHING;
    }

    boolean matches(Object value) {
        return switch (operator) {
            case "*" -> true;
            case ">" -> Operators.greater(value, operand);
            case ">=" -> Operators.greaterOrEqual(value, operand);
            case "<" -> Operators.less(value, operand);
            case "<=" -> Operators.lessOrEqual(value, operand);
            case "=" -> Operators.looseEquals(value, operand);
            case "<>" -> !Operators.looseEquals(value, operand);
            default -> false;
        };
    }

    private static Object operand(String literal) {
        return NUMBER.matcher(literal).matches() ? (Object) Double.parseDouble(literal) : literal;
    }

    /** Runs of comparison signs and runs of everything else. */
    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean boundary = i == text.length() || isSign(text.charAt(i)) != isSign(text.charAt(start));
            if (boundary) {
                tokens.add(text.substring(start, i));
                start = i;
            }
        }
        return tokens;
    }

    private static boolean isSign(char c) {
        return c == '>' || c == '<' || c == '=';
    }
}
