package dev.millrace.expressions.mathjs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The innermost levels of the grammar: literals, names, brackets, and what is written behind them. */
abstract class Terms {
    /** Deeper nesting is left to the original, which ends by a stack limit of its own; 200 levels take half a stack of ours. */
    private static final int MAX_DEPTH = 200;

    final Lexer lexer;
    private int depth;

    Terms(Lexer lexer) {
        this.lexer = lexer;
    }

    abstract Node assignment();

    /** Every recursion of the grammar passes here. */
    final Node nested() {
        if (depth == MAX_DEPTH) {
            throw HandOver.toOriginal();
        }
        depth++;
        try {
            return assignment();
        } finally {
            depth--;
        }
    }

    final Node term() {
        if (lexer.word()) {
            return accessors(name());
        }
        if (lexer.type() == Lexer.Type.NUMBER) {
            return number();
        }
        return switch (lexer.token()) {
            case "\"", "'" -> accessors(new Node.Constant(lexer.text()));
            case "[" -> accessors(matrix());
            case "{" -> accessors(members());
            case "(" -> accessors(parenthesis());
            case "" -> throw lexer.failure("Unexpected end of expression");
            default -> throw lexer.failure("Value expected");
        };
    }

    private Node name() {
        var name = lexer.token();
        lexer.next();
        return switch (name) {
            case "true" -> new Node.Constant(true);
            case "false" -> new Node.Constant(false);
            case "null" -> new Node.Constant(null);
            case "undefined" -> new Node.Constant(Values.UNDEFINED);
            case "NaN" -> new Node.Constant(Double.NaN);
            case "Infinity" -> new Node.Constant(Double.POSITIVE_INFINITY);
            default -> new Node.Symbol(name);
        };
    }

    private Node number() {
        var text = lexer.token();
        lexer.next();
        if (text.length() > 1 && "box".indexOf(text.charAt(1)) >= 0) {
            // Hexadecimal and the like, with word sizes: rare, and the original knows which of them are wrong.
            throw HandOver.toOriginal();
        }
        return new Node.Constant(Double.parseDouble(text));
    }

    final Node accessors(Node start) {
        var node = start;
        while (true) {
            boolean optional = lexer.is("?.");
            if (optional) {
                lexer.next();
            }
            if (lexer.is("(")) {
                if (!optional && !callable(node)) {
                    return node;
                }
                node = new Node.Call(node, list(")"), optional);
            } else if (lexer.is("[")) {
                node = index(node, list("]"), optional);
            } else if (optional || lexer.is(".")) {
                node = property(node, optional);
            } else {
                return node;
            }
        }
    }

    private static boolean callable(Node node) {
        return node instanceof Node.Symbol || node instanceof Node.Property || node instanceof Node.Index;
    }

    private static Node index(Node object, List<Node> indices, boolean optional) {
        boolean named = indices.size() == 1
                && indices.get(0) instanceof Node.Constant constant
                && constant.value() instanceof String;
        return named
                ? new Node.Property(object, (String) ((Node.Constant) indices.get(0)).value(), optional)
                : new Node.Index(object, indices, optional);
    }

    private Node property(Node object, boolean optional) {
        if (!optional) {
            lexer.next();
        }
        if (!lexer.word()) {
            throw lexer.failure("Property name expected after " + (optional ? "optional chain" : "dot"));
        }
        var name = lexer.token();
        lexer.next();
        return new Node.Property(object, name, optional);
    }

    private List<Node> list(String end) {
        var items = new ArrayList<Node>();
        lexer.open();
        lexer.next();
        if (!lexer.is(end)) {
            items.add(nested());
            while (lexer.is(",")) {
                lexer.next();
                items.add(nested());
            }
        }
        close(end, "Parenthesis " + end + " expected");
        return items;
    }

    private void close(String end, String otherwise) {
        if (!lexer.is(end)) {
            throw lexer.failure(otherwise);
        }
        lexer.close();
        lexer.next();
    }

    private Node parenthesis() {
        lexer.open();
        lexer.next();
        var inner = nested();
        close(")", "Parenthesis ) expected");
        return new Node.Parenthesis(inner);
    }

    private Node matrix() {
        lexer.open();
        lexer.next();
        if (lexer.is("]")) {
            close("]", "");
            return new Node.Array(List.of());
        }
        var first = row();
        if (!lexer.is(";")) {
            close("]", "End of matrix ] expected");
            return first;
        }
        var rows = new ArrayList<Node>(List.of(first));
        while (lexer.is(";")) {
            lexer.next();
            if (!lexer.is("]")) {
                rows.add(row());
            }
        }
        close("]", "End of matrix ] expected");
        requireEqualColumns(rows);
        return new Node.Array(rows);
    }

    private void requireEqualColumns(List<Node> rows) {
        int columns = ((Node.Array) rows.get(0)).items().size();
        for (var row : rows) {
            int size = ((Node.Array) row).items().size();
            if (size != columns) {
                throw lexer.failure("Column dimensions mismatch (" + size + " !== " + columns + ")");
            }
        }
    }

    private Node.Array row() {
        var items = new ArrayList<Node>();
        items.add(nested());
        while (lexer.is(",")) {
            lexer.next();
            if (!lexer.is("]") && !lexer.is(";")) {
                items.add(nested());
            }
        }
        return new Node.Array(items);
    }

    private Node members() {
        Map<String, Node> properties = new LinkedHashMap<>();
        lexer.open();
        do {
            lexer.next();
            if (!lexer.is("}")) {
                var key = key();
                if (!lexer.is(":")) {
                    throw lexer.failure("Colon : expected after object key");
                }
                lexer.next();
                properties.put(key, nested());
            }
        } while (lexer.is(","));
        close("}", "Comma , or bracket } expected after object value");
        return new Node.Members(properties);
    }

    private String key() {
        if (lexer.is("\"") || lexer.is("'")) {
            return lexer.text();
        }
        if (!lexer.word()) {
            throw lexer.failure("Symbol or string expected as object key");
        }
        var name = lexer.token();
        lexer.next();
        return name;
    }
}
