package dev.millrace.expressions.formulajs;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words and operators of the JavaScript expressions that are evaluated natively. */
final class Grammar {
    interface Build {
        Node of(Node left, Node right);
    }

    interface Operator {
        Object of(Object left, Object right);
    }

    record Infix(int precedence, Build build) {}

    static final int POWER = 12;

    static final Map<String, Infix> INFIX = Map.ofEntries(
            Map.entry("??", new Infix(1, Nodes.Coalesce::new)),
            Map.entry("||", new Infix(2, Nodes.Or::new)),
            Map.entry("&&", new Infix(3, Nodes.And::new)),
            infix("|", 4, (a, b) -> (double) (Coercion.int32(a) | Coercion.int32(b))),
            infix("^", 5, (a, b) -> (double) (Coercion.int32(a) ^ Coercion.int32(b))),
            infix("&", 6, (a, b) -> (double) (Coercion.int32(a) & Coercion.int32(b))),
            infix("==", 7, Operators::looseEquals),
            infix("!=", 7, (a, b) -> !Operators.looseEquals(a, b)),
            infix("===", 7, Operators::strictEquals),
            infix("!==", 7, (a, b) -> !Operators.strictEquals(a, b)),
            infix("<", 8, Operators::less),
            infix(">", 8, Operators::greater),
            infix("<=", 8, Operators::lessOrEqual),
            infix(">=", 8, Operators::greaterOrEqual),
            infix("<<", 9, (a, b) -> (double) (Coercion.int32(a) << Coercion.int32(b))),
            infix(">>", 9, (a, b) -> (double) (Coercion.int32(a) >> Coercion.int32(b))),
            infix(">>>", 9, (a, b) -> (double) Integer.toUnsignedLong(Coercion.int32(a) >>> Coercion.int32(b))),
            infix("+", 10, Operators::add),
            infix("-", 10, (a, b) -> Coercion.number(a) - Coercion.number(b)),
            infix("*", 11, (a, b) -> Coercion.number(a) * Coercion.number(b)),
            infix("/", 11, (a, b) -> Coercion.number(a) / Coercion.number(b)),
            infix("%", 11, (a, b) -> Coercion.number(a) % Coercion.number(b)),
            infix("**", POWER, (a, b) -> StrictMath.pow(Coercion.number(a), Coercion.number(b))));

    static final Map<String, Node> CONSTANTS = Map.of(
            "true", new Nodes.Literal(true),
            "false", new Nodes.Literal(false),
            "null", new Nodes.Literal(null),
            "undefined", new Nodes.Literal(Undefined.UNDEFINED),
            "NaN", new Nodes.Literal(Double.NaN),
            "Infinity", new Nodes.Literal(Double.POSITIVE_INFINITY),
            "Math.PI", new Nodes.Literal(Math.PI),
            "Math.E", new Nodes.Literal(Math.E));

    /** Words that may begin or continue something that is no plain expression. */
    static final Set<String> KEYWORDS = Set.of(
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "finally",
            "for",
            "function",
            "get",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "of",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "set",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");

    /** Signs that no value can begin with, wherever it stands. */
    static final Set<String> NEVER_FIRST = Set.of(
            ")", "]", "}", ",", ":", ";", "?", "*", "%", "&", "|", "^", "==", "===", "!=", "!==", "<=", ">", ">=", "&&",
            "||", "??", "**", "<<", ">>", ">>>", "=");

    private static final String NAME = "[A-Za-z_$][\\w$]*";

    /** The head of an arrow function. */
    static final Pattern ARROW =
            Pattern.compile("(?:\\(\\s*((?:" + NAME + "(?:\\s*,\\s*" + NAME + ")*)?)\\s*\\)|(" + NAME + "))\\s*=>");

    private Grammar() {}

    private static Map.Entry<String, Infix> infix(String sign, int precedence, Operator operator) {
        return Map.entry(sign, new Infix(precedence, (left, right) -> frame -> {
            Object first = left.evaluate(frame);
            return operator.of(first, right.evaluate(frame));
        }));
    }

    /** The sign in front of one value; null for others. */
    static Node prefix(String sign, Node value) {
        return switch (sign) {
            case "!" -> frame -> !Coercion.truthy(value.evaluate(frame));
            case "-" -> frame -> -Coercion.number(value.evaluate(frame));
            case "+" -> frame -> Coercion.number(value.evaluate(frame));
            case "~" -> frame -> (double) ~Coercion.int32(value.evaluate(frame));
            default -> null;
        };
    }
}
