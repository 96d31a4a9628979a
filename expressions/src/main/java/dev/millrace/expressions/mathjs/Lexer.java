package dev.millrace.expressions.mathjs;

import java.util.Set;

/**
 * Reads one token at a time, as math.js does: inside brackets a line break is a blank, outside it ends a statement, so
 * tokens cannot be read ahead of the parser.
 */
final class Lexer {
    enum Type {
        END,
        DELIMITER,
        NUMBER,
        SYMBOL
    }

    private static final Set<String> DELIMITERS = Set.of(
            ",", "(", ")", "[", "]", "{", "}", "\"", "'", ";", "+", "-", "*", ".*", "/", "./", "%", "^", ".^", "~", "!",
            "&", "|", "^|", "=", ":", "?", "?.", "??", "==", "!=", "<", ">", "<=", ">=", "<<", ">>", ">>>");
    private static final Set<String> NAMED = Set.of("mod", "to", "in", "and", "xor", "or", "not");

    /** A place to go back to. */
    record Mark(int index, String token, Type type, int nesting) {}

    private final String source;
    private int index;
    private String token = "";
    private Type type = Type.END;
    private int nesting;

    Lexer(String source) {
        this.source = source;
    }

    String token() {
        return token;
    }

    boolean is(String text) {
        return token.equals(text) && (type == Type.DELIMITER || type == Type.END);
    }

    Type type() {
        return type;
    }

    /** A word: a symbol or an operator that is written as one. */
    boolean word() {
        return type == Type.SYMBOL || NAMED.contains(token);
    }

    int nesting() {
        return nesting;
    }

    void open() {
        nesting++;
    }

    void close() {
        nesting--;
    }

    Mark mark() {
        return new Mark(index, token, type, nesting);
    }

    void reset(Mark mark) {
        index = mark.index;
        token = mark.token;
        type = mark.type;
        nesting = mark.nesting;
    }

    SyntaxFailure failure(String message) {
        return new SyntaxFailure(message, index - token.length() + 1);
    }

    void nextSkippingLines() {
        do {
            next();
        } while (is("\n"));
    }

    void next() {
        skipBlanks();
        int start = index;
        type = Type.DELIMITER;
        if (index >= source.length()) {
            type = Type.END;
        } else if (at(0) == '\n') {
            index++;
        } else if (!delimiter()) {
            number();
        }
        token = source.substring(start, index);
        if (type == Type.SYMBOL && NAMED.contains(token)) {
            type = Type.DELIMITER;
        }
    }

    private void skipBlanks() {
        while (true) {
            if (at(0) == '#') {
                while (at(0) != '\n' && index < source.length()) {
                    index++;
                }
            }
            char c = at(0);
            if (c != ' ' && c != '\t' && c != '\u00a0' && !(c == '\n' && nesting > 0)) {
                return;
            }
            index++;
        }
    }

    private boolean delimiter() {
        for (int length = 3; length > 0; length--) {
            int end = index + length;
            if (end <= source.length() && DELIMITERS.contains(source.substring(index, end))) {
                // "a?.3:.7" is a conditional, no chain.
                if (length == 2 && source.startsWith("?.", index) && digit(at(2))) {
                    continue;
                }
                index = end;
                return true;
            }
        }
        return false;
    }

    private void number() {
        if (!digit(at(0)) && at(0) != '.') {
            word(index);
            return;
        }
        type = Type.NUMBER;
        if (at(0) == '0' && "box".indexOf(at(1)) >= 0) {
            radix();
            return;
        }
        if (at(0) == '.' && !digit(at(1))) {
            type = Type.DELIMITER;
            index++;
            return;
        }
        digits();
        if (decimalMark(0)) {
            index++;
        }
        digits();
        exponent();
    }

    private void radix() {
        index += 2;
        while (alpha() || digit(at(0))) {
            index++;
        }
        if (at(0) == '.') {
            index++;
            while (alpha() || digit(at(0))) {
                index++;
            }
        }
    }

    private void exponent() {
        if (at(0) != 'e' && at(0) != 'E') {
            return;
        }
        if (digit(at(1)) || at(1) == '-' || at(1) == '+') {
            index += digit(at(1)) ? 1 : 2;
            if (!digit(at(0))) {
                throw digitExpected();
            }
            digits();
            if (decimalMark(0)) {
                throw digitExpected();
            }
        } else if (decimalMark(1)) {
            index++;
            throw digitExpected();
        }
    }

    private SyntaxFailure digitExpected() {
        var found = index < source.length() ? String.valueOf(at(0)) : "";
        return new SyntaxFailure("Digit expected, got \"" + found + "\"", index + 1);
    }

    private void word(int start) {
        while (alpha() || index > start && digit(at(0))) {
            index++;
        }
        type = Type.SYMBOL;
        if (index == start) {
            index = source.length();
            throw new SyntaxFailure("Syntax error in part \"" + source.substring(start) + "\"", start + 1);
        }
    }

    private void digits() {
        while (digit(at(0))) {
            index++;
        }
    }

    private boolean decimalMark(int offset) {
        char next = at(offset + 1);
        return at(offset) == '.' && next != '/' && next != '*' && next != '^';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean alpha() {
        char c = at(0);
        return c == '_' || c == '$' || within(c, 'a', 'z') || within(c, 'A', 'Z') || letterLike(c) || mathematical(c);
    }

    /** Accented, Greek, and symbols that are letters. */
    private static boolean letterLike(char c) {
        return within(c, '\u00c0', '\u02af') || within(c, '\u0370', '\u03ff') || within(c, '\u2100', '\u214f');
    }

    /** The mathematical alphabets beyond the basic plane: either half of a pair. */
    private boolean mathematical(char c) {
        return c == '\ud835' && Character.isLowSurrogate(at(1))
                || Character.isLowSurrogate(c) && index > 0 && source.charAt(index - 1) == '\ud835';
    }

    private static boolean within(char c, char first, char last) {
        return c >= first && c <= last;
    }

    private char at(int offset) {
        int position = index + offset;
        return position < source.length() ? source.charAt(position) : '\0';
    }

    /** The rest of a string whose opening quote is the current token; then reads the token behind the closing quote. */
    String text() {
        char quote = token.charAt(0);
        var text = new StringBuilder();
        while (index < source.length() && at(0) != quote) {
            if (at(0) == '\\') {
                index++;
                escape(text);
            } else {
                text.append(at(0));
                index++;
            }
        }
        next();
        if (!is(String.valueOf(quote))) {
            throw failure("End of string " + quote + " expected");
        }
        next();
        return text.toString();
    }

    private void escape(StringBuilder text) {
        int known = "\"'\\/bfnrt".indexOf(at(0));
        if (known >= 0 && index < source.length()) {
            text.append("\"'\\/\b\f\n\r\t".charAt(known));
            index++;
        } else if (at(0) == 'u') {
            var code = source.substring(index + 1, Math.min(index + 5, source.length()));
            if (!code.matches("[0-9A-Fa-f]{4}")) {
                throw failure("Invalid unicode character \\u" + code);
            }
            text.append((char) Integer.parseInt(code, 16));
            index += 5;
        } else {
            throw failure("Bad escape character \\" + (index < source.length() ? at(0) : ""));
        }
    }
}
