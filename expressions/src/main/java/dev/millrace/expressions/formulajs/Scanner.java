package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.formulajs.Token.Kind;
import dev.millrace.expressions.text.VariableReference;
import dev.millrace.model.variable.VariablePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts the source into tokens, one at a time, because what a brace means depends on where the parser stands. */
final class Scanner {
    /** Longest first. Signs that the parser does not know lead to the original. */
    private static final List<String> SIGNS = List.of(
            ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
            "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**", "{",
            "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":",
            "=", ".", "@", "#");

    private final String source;
    private final Function<VariablePath, Node> variables;
    private int position;

    Scanner(String source, Function<VariablePath, Node> variables) {
        this.source = source;
        this.variables = variables;
    }

    void position(int position) {
        this.position = position;
    }

    Token next() {
        int before = position;
        while (position < source.length() && Whitespace.is(source.charAt(position))) {
            position++;
        }
        boolean newLine =
                source.substring(before, position).chars().anyMatch(c -> c == '\n' || c == '\r' || c > 0x2027);
        if (position == source.length()) {
            return token(Kind.END, "", List.of(), newLine);
        }
        Optional<VariableReference> variable = VariableReference.at(source, position);
        if (variable.isPresent()) {
            Token token = token(
                    Kind.VARIABLE, "", List.of(variables.apply(variable.get().path())), newLine);
            position = variable.get().end();
            return token;
        }
        return next(source.charAt(position), newLine);
    }

    private Token next(char c, boolean newLine) {
        boolean fraction = c == '.' && position + 1 < source.length() && isDigit(source.charAt(position + 1));
        if (isDigit(c) || fraction) {
            return number(newLine);
        }
        if (c == '"' || c == '\'') {
            return quoted(c, newLine);
        }
        if (isNamePart(c)) {
            return name(newLine);
        }
        if (c == '`') {
            Token token = token(Kind.TEMPLATE, "`", List.of(), newLine);
            position++;
            return token;
        }
        return sign(newLine);
    }

    private Token number(boolean newLine) {
        int start = position;
        int end = start;
        while (end < source.length() && isNumberPart(start, end)) {
            end++;
        }
        String text = source.substring(start, end);
        double value = NumberText.toNumber(text);
        // Separators, other radixes, big integers and old octal numbers are the original's.
        boolean octal = text.length() > 1 && text.charAt(0) == '0' && isDigit(text.charAt(1));
        boolean plain = !Double.isNaN(value) && !octal && isDigitOrPoint(text);
        boolean glued = end < source.length() && isNamePart(source.charAt(end));
        if (!plain || glued) {
            throw NotNative.SIGNAL;
        }
        position = end;
        return new Token(Kind.NUMBER, text, value, List.of(), start, newLine);
    }

    private boolean isNumberPart(int start, int at) {
        char c = source.charAt(at);
        boolean exponentSign = (c == '+' || c == '-') && at > start && (source.charAt(at - 1) | ' ') == 'e';
        return isDigit(c) || c == '.' || c == 'e' || c == 'E' || exponentSign;
    }

    private static boolean isDigitOrPoint(String text) {
        return isDigit(text.charAt(0)) || text.charAt(0) == '.';
    }

    private Token name(boolean newLine) {
        int start = position;
        while (position < source.length()
                && (isNamePart(source.charAt(position)) || isDigit(source.charAt(position)))) {
            position++;
        }
        return new Token(Kind.NAME, source.substring(start, position), 0, List.of(), start, newLine);
    }

    private Token sign(boolean newLine) {
        boolean comment = source.startsWith("//", position) || source.startsWith("/*", position);
        char c = source.charAt(position);
        if (comment || c > 127 && Character.isUnicodeIdentifierStart(source.codePointAt(position)) || c == '\\') {
            throw NotNative.SIGNAL;
        }
        for (String sign : SIGNS) {
            if (source.startsWith(sign, position)) {
                Token token = token(Kind.SIGN, sign, List.of(), newLine);
                position += sign.length();
                return token;
            }
        }
        throw new SyntaxProblem("a value or an operator", "found '" + c + "'", position);
    }

    private Token quoted(char quote, boolean newLine) {
        int start = position++;
        var parts = new ArrayList<Node>();
        var text = new StringBuilder();
        while (peek(start) != quote) {
            if (source.charAt(position) == '\n' || source.charAt(position) == '\r') {
                throw unterminated(start);
            }
            step(text, parts);
        }
        position++;
        parts.add(new Nodes.Literal(text.toString()));
        return new Token(Kind.TEXT, "", 0, parts, start, newLine);
    }

    /** Reads a template literal up to its end or its next {@code ${}; true at its end. */
    boolean templatePart(int start, List<Node> parts) {
        var text = new StringBuilder();
        while (peek(start) != '`' && !source.startsWith("${", position)) {
            step(text, parts);
        }
        parts.add(new Nodes.Literal(text.toString()));
        boolean end = source.charAt(position) == '`';
        position += end ? 1 : 2;
        return end;
    }

    private char peek(int start) {
        if (position >= source.length()) {
            throw unterminated(start);
        }
        return source.charAt(position);
    }

    private void step(StringBuilder text, List<Node> parts) {
        Optional<VariableReference> variable = VariableReference.at(source, position);
        if (variable.isPresent()) {
            parts.add(new Nodes.Literal(text.toString()));
            text.setLength(0);
            parts.add(variables.apply(variable.get().path()));
            position = variable.get().end();
        } else if (source.charAt(position) == '\\') {
            position = Escapes.read(source, position + 1, text);
        } else {
            text.append(source.charAt(position++));
        }
    }

    private SyntaxProblem unterminated(int start) {
        return new SyntaxProblem(
                "the text that starts here to end with the quote that it starts with", "it does not", start);
    }

    private Token token(Kind kind, String text, List<Node> parts, boolean newLine) {
        return new Token(kind, text, 0, parts, position, newLine);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '$' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
