package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.formulajs.Token.Kind;
import dev.millrace.model.variable.VariablePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Turns the source into nodes. Throws {@link NotNative} at the first thing that is not known here, and
 * {@link SyntaxProblem} only where no JavaScript could go on: up to there everything was read as JavaScript reads it.
 */
final class Parser {
    /** Deeper nesting belongs to the original: evaluation recurses. */
    private static final int MAX_DEPTH = 150;

    /** Operators and accesses in one expression: a chain of them nests as deep when it is evaluated. */
    private static final int MAX_PARTS = 500;

    private final String source;
    private final Scanner scanner;
    private final Slots slots = new Slots();
    private final Set<Node> grouped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> prefixed = Collections.newSetFromMap(new IdentityHashMap<>());
    private Token token;
    private int depth;
    private int parts;

    private Parser(String source) {
        this.source = source;
        this.scanner = new Scanner(source, slots::variable);
    }

    /** @param locals how many slots the arrow functions' parameters need */
    record Program(Node root, List<VariablePath> variables, int locals) {}

    static Program parse(String source) {
        var parser = new Parser(source);
        parser.advance();
        // At the very beginning a brace may open a block.
        parser.notNativeIf(parser.token.is("{"));
        Node root = parser.expression();
        parser.endsWith(parser.token.kind() == Kind.END);
        return new Program(root, parser.slots.variables(), parser.slots.locals());
    }

    private void advance() {
        token = scanner.next();
    }

    private boolean accept(String sign) {
        boolean found = token.is(sign);
        if (found) {
            advance();
        }
        return found;
    }

    private void notNativeIf(boolean condition) {
        if (condition) {
            throw NotNative.SIGNAL;
        }
    }

    /** Something must end here. Two values side by side, or an early end, are certainly wrong. */
    private void endsWith(boolean ended) {
        if (ended) {
            return;
        }
        boolean value = Set.of(Kind.NUMBER, Kind.TEXT, Kind.NAME, Kind.VARIABLE).contains(token.kind());
        boolean sideBySide = value && !token.newLine() && !Grammar.KEYWORDS.contains(token.text());
        boolean closing = token.is(")") || token.is("]") || token.is("}");
        if (sideBySide || closing || token.kind() == Kind.END) {
            throw new SyntaxProblem("an operator or the end", token.description(), token.start());
        }
        throw NotNative.SIGNAL;
    }

    private void expect(String sign) {
        endsWith(token.is(sign));
        advance();
    }

    private Node expression() {
        notNativeIf(++depth > MAX_DEPTH);
        Node test = binary(1);
        if (accept("?")) {
            Node yes = expression();
            expect(":");
            test = new Nodes.Conditional(test, yes, expression());
        }
        depth--;
        return test;
    }

    private Node binary(int lowest) {
        Node left = unary();
        Grammar.Infix infix = infix();
        while (infix != null && infix.precedence() >= lowest) {
            boolean power = infix.precedence() == Grammar.POWER;
            notNativeIf(++parts > MAX_PARTS || (power && prefixed.contains(left)));
            advance();
            Node right = binary(power ? infix.precedence() : infix.precedence() + 1);
            Node both = infix.build().of(left, right);
            notNativeIf(mixesDefaults(both, left) || mixesDefaults(both, right));
            left = both;
            infix = infix();
        }
        return left;
    }

    private Grammar.Infix infix() {
        return token.kind() == Kind.SIGN ? Grammar.INFIX.get(token.text()) : null;
    }

    /** {@code a ?? b || c} without parentheses is an error in JavaScript. */
    private boolean mixesDefaults(Node both, Node side) {
        boolean logical = both instanceof Nodes.Or || both instanceof Nodes.And;
        boolean sideLogical = side instanceof Nodes.Or || side instanceof Nodes.And;
        boolean mixed = (both instanceof Nodes.Coalesce && sideLogical) || (logical && side instanceof Nodes.Coalesce);
        return mixed && !grouped.contains(side);
    }

    private Node unary() {
        notNativeIf(++depth > MAX_DEPTH);
        String sign = token.kind() == Kind.SIGN ? token.text() : "";
        Node result;
        if (!sign.isEmpty() && "!-+~".contains(sign)) {
            advance();
            result = Grammar.prefix(sign, unary());
            prefixed.add(result);
        } else {
            result = postfix(primary());
        }
        depth--;
        return result;
    }

    private Node postfix(Node start) {
        Node node = start;
        while (token.is(".") || token.is("[")) {
            notNativeIf(++parts > MAX_PARTS);
            node = accept(".") ? member(node) : element(node);
        }
        notNativeIf(token.is("(") || token.is("?.") || token.kind() == Kind.TEMPLATE);
        return node;
    }

    private Node member(Node object) {
        notNativeIf(token.kind() != Kind.NAME);
        String name = token.text();
        advance();
        if (!token.is("(")) {
            return new Nodes.Member(object, new Nodes.Literal(name));
        }
        notNativeIf(!Methods.isKnown(name));
        advance();
        return new Nodes.MethodCall(object, name, arguments(true));
    }

    private Node element(Node object) {
        advance();
        Node key = expression();
        expect("]");
        return new Nodes.Member(object, key);
    }

    private Node primary() {
        Token first = token;
        switch (first.kind()) {
            case NUMBER -> advance();
            case TEXT -> advance();
            case VARIABLE -> advance();
            case TEMPLATE -> {
                return template(first);
            }
            case NAME -> {
                return name();
            }
            default -> {
                return signOrEnd(first);
            }
        }
        return first.kind() == Kind.NUMBER ? new Nodes.Literal(first.value()) : text(first);
    }

    private static Node text(Token token) {
        return token.parts().size() == 1 ? token.parts().get(0) : new Nodes.Text(token.parts(), true);
    }

    private Node signOrEnd(Token first) {
        if (first.kind() == Kind.END || Grammar.NEVER_FIRST.contains(first.text())) {
            throw new SyntaxProblem("a value", first.description(), first.start());
        }
        return switch (first.text()) {
            case "(" -> group();
            case "[" -> array();
            case "{" -> new ObjectParser().parse();
            default -> throw NotNative.SIGNAL;
        };
    }

    private Node group() {
        notNativeIf(arrow().isPresent());
        advance();
        Node inside = expression();
        expect(")");
        grouped.add(inside);
        prefixed.remove(inside);
        return inside;
    }

    private Node array() {
        advance();
        var elements = new ArrayList<Node>();
        while (!token.is("]")) {
            notNativeIf(token.is(","));
            elements.add(expression());
            separate("]");
        }
        advance();
        return new Nodes.ArrayLiteral(elements);
    }

    private void separate(String end) {
        if (!token.is(end)) {
            expect(",");
        }
    }

    private Node template(Token first) {
        var parts = new ArrayList<Node>();
        while (!scanner.templatePart(first.start(), parts)) {
            advance();
            parts.add(expression());
            endsWith(token.is("}"));
        }
        advance();
        return new Nodes.Text(parts, false);
    }

    private Node name() {
        String name = token.text();
        notNativeIf(arrow().isPresent() || Grammar.KEYWORDS.contains(name));
        advance();
        Optional<Node> local = slots.local(name);
        if (local.isPresent()) {
            return local.get();
        }
        while (token.is(".") && !Grammar.CONSTANTS.containsKey(name)) {
            advance();
            notNativeIf(token.kind() != Kind.NAME);
            name += "." + token.text();
            advance();
        }
        if (Grammar.CONSTANTS.containsKey(name)) {
            return Grammar.CONSTANTS.get(name);
        }
        notNativeIf(!token.is("(") || !FunctionLibrary.isKnown(name));
        advance();
        return new Nodes.Call(FunctionLibrary.find(name), arguments(false));
    }

    private List<Node> arguments(boolean arrows) {
        var arguments = new ArrayList<Node>();
        while (!token.is(")")) {
            Optional<Matcher> head = arrows ? arrow() : Optional.empty();
            arguments.add(head.isPresent() ? arrowFunction(head.get()) : expression());
            separate(")");
        }
        advance();
        return List.copyOf(arguments);
    }

    private Optional<Matcher> arrow() {
        Matcher matcher = Grammar.ARROW.matcher(source).region(token.start(), source.length());
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private Node arrowFunction(Matcher head) {
        String names = head.group(1) == null ? head.group(2) : head.group(1);
        List<String> parameters =
                names.isBlank() ? List.of() : List.of(names.strip().split("\\s*,\\s*"));
        notNativeIf(parameters.stream().anyMatch(Grammar.KEYWORDS::contains));
        scanner.position(head.end());
        advance();
        notNativeIf(token.is("{"));
        int firstSlot = slots.open(parameters);
        Node body = expression();
        slots.close(parameters);
        return new Nodes.Arrow(firstSlot, parameters.size(), body);
    }

    /** {@code {a: 1, "b": 2}}; shorthands, spreads and numeric or computed keys are the original's. */
    private final class ObjectParser {
        private final java.util.Map<String, Node> fields = new java.util.LinkedHashMap<>();

        Node parse() {
            advance();
            while (!token.is("}")) {
                String key = key();
                advance();
                notNativeIf(!token.is(":"));
                advance();
                notNativeIf(fields.put(key, expression()) != null);
                separate("}");
            }
            advance();
            return new Nodes.ObjectLiteral(fields);
        }

        private String key() {
            boolean text = token.kind() == Kind.TEXT && token.parts().size() == 1;
            notNativeIf(!text && token.kind() != Kind.NAME);
            String key = text ? (String) token.parts().get(0).evaluate(null) : token.text();
            notNativeIf(key.equals("__proto__") || key.matches("\\d+"));
            return key;
        }
    }
}
