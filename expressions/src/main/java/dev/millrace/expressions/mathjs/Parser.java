package dev.millrace.expressions.mathjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The grammar of math.js 15, level by level in its order of precedence. It is the whole grammar, so that what this parser
 * refuses is a syntax error for sure.
 */
final class Parser extends Terms {
    private static final Map<String, String> RELATIONS =
            Map.of("==", "equal", "!=", "unequal", "<", "smaller", ">", "larger", "<=", "smallerEq", ">=", "largerEq");
    private static final Map<String, String> SHIFTS =
            Map.of("<<", "leftShift", ">>", "rightArithShift", ">>>", "rightLogShift");
    private static final Map<String, String> FACTORS =
            Map.of("*", "multiply", ".*", "dotMultiply", "/", "divide", "./", "dotDivide", "%", "mod", "mod", "mod");
    private static final Map<String, String> PREFIXES =
            Map.of("-", "unaryMinus", "+", "unaryPlus", "~", "bitNot", "not", "not");
    private static final int OUTSIDE = -1;

    /** While the middle of a conditional is read on this level of brackets, a colon ends it and is no range. */
    private int conditionalLevel = OUTSIDE;

    private Parser(String source) {
        super(new Lexer(source));
    }

    static Node parse(String source) {
        var parser = new Parser(source);
        parser.lexer.next();
        var node = parser.block();
        if (parser.lexer.type() == Lexer.Type.END) {
            return node;
        }
        throw parser.lexer.failure(
                parser.lexer.type() == Lexer.Type.DELIMITER
                        ? "Unexpected operator " + parser.lexer.token()
                        : "Unexpected part \"" + parser.lexer.token() + "\"");
    }

    private Node block() {
        var statements = new ArrayList<Node>();
        if (!statementEnds()) {
            statements.add(nested());
        }
        while (lexer.is("\n") || lexer.is(";")) {
            lexer.next();
            if (!statementEnds()) {
                statements.add(nested());
            }
        }
        return switch (statements.size()) {
            case 0 -> new Node.Constant(Values.UNDEFINED);
            case 1 -> statements.get(0);
            default -> new Node.Block(statements);
        };
    }

    private boolean statementEnds() {
        return lexer.is("\n") || lexer.is(";") || lexer.type() == Lexer.Type.END;
    }

    @Override
    Node assignment() {
        var node = conditional();
        if (!lexer.is("=")) {
            return node;
        }
        if (node instanceof Node.Property property && property.optional()
                || node instanceof Node.Index index && index.optional()) {
            throw lexer.failure("Cannot assign to optional chain");
        }
        if (!assignable(node)) {
            throw lexer.failure("Invalid left hand side of assignment operator =");
        }
        lexer.nextSkippingLines();
        return new Node.Assignment(node, nested());
    }

    private static boolean assignable(Node node) {
        if (node instanceof Node.Call call) {
            return call.function() instanceof Node.Symbol
                    && call.arguments().stream().allMatch(Node.Symbol.class::isInstance);
        }
        return node instanceof Node.Symbol || node instanceof Node.Property || node instanceof Node.Index;
    }

    private Node conditional() {
        var node = or();
        while (lexer.is("?")) {
            int before = conditionalLevel;
            conditionalLevel = lexer.nesting();
            lexer.nextSkippingLines();
            var then = nested();
            if (!lexer.is(":")) {
                throw lexer.failure("False part of conditional expression expected");
            }
            conditionalLevel = OUTSIDE;
            lexer.nextSkippingLines();
            node = new Node.Conditional(node, then, nested());
            conditionalLevel = before;
        }
        return node;
    }

    private Node or() {
        var node = xor();
        while (lexer.is("or")) {
            node = binary("or", "or", node, this::xor);
        }
        return node;
    }

    private Node xor() {
        var node = and();
        while (lexer.is("xor")) {
            node = binary("xor", "xor", node, this::and);
        }
        return node;
    }

    private Node and() {
        var node = bitOr();
        while (lexer.is("and")) {
            node = binary("and", "and", node, this::bitOr);
        }
        return node;
    }

    private Node bitOr() {
        var node = bitXor();
        while (lexer.is("|")) {
            node = binary("|", "bitOr", node, this::bitXor);
        }
        return node;
    }

    private Node bitXor() {
        var node = bitAnd();
        while (lexer.is("^|")) {
            node = binary("^|", "bitXor", node, this::bitAnd);
        }
        return node;
    }

    private Node bitAnd() {
        var node = relations();
        while (lexer.is("&")) {
            node = binary("&", "bitAnd", node, this::relations);
        }
        return node;
    }

    private Node relations() {
        var operands = new ArrayList<>(List.of(shifts()));
        var functions = new ArrayList<String>();
        var text = lexer.token();
        while (operator(RELATIONS)) {
            functions.add(RELATIONS.get(lexer.token()));
            lexer.nextSkippingLines();
            operands.add(shifts());
        }
        return switch (operands.size()) {
            case 1 -> operands.get(0);
            case 2 -> new Node.Operator(text, functions.get(0), operands, false);
            default -> new Node.Chain(functions, operands);
        };
    }

    private Node shifts() {
        var node = conversion();
        while (operator(SHIFTS)) {
            node = binary(lexer.token(), SHIFTS.get(lexer.token()), node, this::conversion);
        }
        return node;
    }

    private Node conversion() {
        var node = range();
        while (lexer.is("to") || lexer.is("in")) {
            var text = lexer.token();
            lexer.nextSkippingLines();
            boolean inch = text.equals("in") && "])},;".contains(lexer.token());
            node = inch ? operator("*", "multiply", node, new Node.Symbol("in")) : operator(text, "to", node, range());
        }
        return node;
    }

    private Node range() {
        Node first;
        if (!lexer.is(":")) {
            first = sums();
        } else if (conditionalLevel == lexer.nesting()) {
            throw lexer.failure("The true-expression of a conditional operator may not be empty");
        } else {
            first = new Node.Constant(1.0);
        }
        if (!lexer.is(":") || conditionalLevel == lexer.nesting()) {
            return first;
        }
        var parts = new ArrayList<>(List.of(first));
        while (lexer.is(":") && parts.size() < 3) {
            lexer.nextSkippingLines();
            boolean open = lexer.is(")") || lexer.is("]") || lexer.is(",") || lexer.type() == Lexer.Type.END;
            parts.add(open ? new Node.Symbol("end") : sums());
        }
        return parts.size() == 3
                ? new Node.Range(first, parts.get(1), parts.get(2))
                : new Node.Range(first, null, parts.get(1));
    }

    private Node sums() {
        var node = factors();
        while (lexer.is("+") || lexer.is("-")) {
            var text = lexer.token();
            lexer.nextSkippingLines();
            var right = factors();
            if (right instanceof Node.Operator share && share.percentage()) {
                right = operator("*", "multiply", node, right);
            }
            node = operator(text, text.equals("+") ? "add" : "subtract", node, right);
        }
        return node;
    }

    private Node factors() {
        var node = implicitFactors();
        while (operator(FACTORS)) {
            node = binary(lexer.token(), FACTORS.get(lexer.token()), node, this::implicitFactors);
        }
        return node;
    }

    /** {@code 2 a}, {@code (1 + 2) 3}, {@code 2 (3)}. */
    private Node implicitFactors() {
        var node = fraction();
        var last = node;
        while (impliesFactor(node, last)) {
            last = fraction();
            node = operator("*", "multiply", node, last);
        }
        return node;
    }

    private boolean impliesFactor(Node node, Node last) {
        if (lexer.type() == Lexer.Type.SYMBOL || lexer.is("(")) {
            return true;
        }
        if (lexer.is("in")) {
            return node instanceof Node.Constant || negativeConstant(node);
        }
        return lexer.type() == Lexer.Type.NUMBER
                && !(last instanceof Node.Constant)
                && (!(last instanceof Node.Operator operator) || operator.text().equals("!"));
    }

    private static boolean negativeConstant(Node node) {
        return node instanceof Node.Operator operator
                && operator.function().equals("unaryMinus")
                && operator.arguments().get(0) instanceof Node.Constant;
    }

    /** {@code 1/2 a} is {@code (1/2) a}: between two numbers a division binds stronger than what is implied. */
    private Node fraction() {
        var node = percentage();
        var last = node;
        while (lexer.is("/") && fractionPart(last)) {
            var slash = lexer.mark();
            lexer.nextSkippingLines();
            var divisor = lexer.mark();
            if (lexer.type() != Lexer.Type.NUMBER) {
                lexer.reset(slash);
                return node;
            }
            lexer.nextSkippingLines();
            if (lexer.type() != Lexer.Type.SYMBOL && !lexer.is("(") && !lexer.is("in")) {
                lexer.reset(slash);
                return node;
            }
            lexer.reset(divisor);
            last = percentage();
            node = operator("/", "divide", node, last);
        }
        return node;
    }

    private static boolean fractionPart(Node node) {
        if (node instanceof Node.Operator operator && operator.arguments().size() == 1) {
            return (operator.text().equals("-")
                            || operator.text().equals("+")
                            || operator.text().equals("~"))
                    && operator.arguments().get(0) instanceof Node.Constant;
        }
        return node instanceof Node.Constant;
    }

    /** A percent sign in front of something to divide by is the modulo operator. */
    private Node percentage() {
        var node = prefixes();
        if (!lexer.is("%")) {
            return node;
        }
        var sign = lexer.mark();
        lexer.nextSkippingLines();
        try {
            prefixes();
        } catch (SyntaxFailure nothingToDivideBy) {
            // Goes on behind what failed, as math.js does: "5 % -" is five percent.
            return new Node.Operator("/", "divide", List.of(node, new Node.Constant(100.0)), true);
        }
        lexer.reset(sign);
        return node;
    }

    private Node prefixes() {
        if (!operator(PREFIXES)) {
            return power();
        }
        var text = lexer.token();
        lexer.nextSkippingLines();
        return new Node.Operator(text, PREFIXES.get(text), List.of(prefixes()), false);
    }

    private Node power() {
        var node = nullish();
        if (lexer.is("^") || lexer.is(".^")) {
            return binary(lexer.token(), lexer.is("^") ? "pow" : "dotPow", node, this::prefixes);
        }
        return node;
    }

    private Node nullish() {
        var node = postfixes();
        while (lexer.is("??")) {
            node = binary("??", "nullish", node, this::postfixes);
        }
        return node;
    }

    private Node postfixes() {
        var node = term();
        while (lexer.is("!") || lexer.is("'")) {
            var text = lexer.token();
            lexer.next();
            var function = text.equals("!") ? "factorial" : "ctranspose";
            node = accessors(new Node.Operator(text, function, List.of(node), false));
        }
        return node;
    }

    private boolean operator(Map<String, String> operators) {
        return lexer.type() == Lexer.Type.DELIMITER && operators.containsKey(lexer.token());
    }

    private Node binary(String text, String function, Node left, Supplier<Node> right) {
        lexer.nextSkippingLines();
        return operator(text, function, left, right.get());
    }

    private static Node operator(String text, String function, Node left, Node right) {
        return new Node.Operator(text, function, List.of(left, right), false);
    }
}
