package dev.millrace.datasources.script;

import dev.millrace.datasources.script.Token.Kind;

/**
 * Takes SQL apart as PostgreSQL does (its documentation, 4.1, Lexical Structure), as far as it must be known where a variable can
 * stand and where a statement ends. What is never closed goes on to the end; the database has the better words for it.
 */
final class Tokens {
    private final String sql;
    private int at;

    Tokens(String sql) {
        this.sql = sql;
    }

    boolean hasNext() {
        return at < sql.length();
    }

    Token next() {
        int start = at;
        Kind kind = kind(sql.charAt(at));
        return new Token(kind, start, at);
    }

    private Kind kind(char first) {
        if (Character.isWhitespace(first)) {
            return to(at + 1, Kind.BLANK);
        }
        if (isWordStart(first)) {
            return word();
        }
        return switch (first) {
            case '\'' -> to(closed('\'', at + 1, false), Kind.QUOTED);
            case '"' -> to(closed('"', at + 1, false), Kind.QUOTED);
            case '-' -> comment("--");
            case '/' -> comment("/*");
            case '$' -> dollar();
            case ':' -> colon();
            case ';' -> to(at + 1, Kind.SEMICOLON);
            case '(', '[' -> to(at + 1, Kind.OPEN);
            case ')', ']' -> to(at + 1, Kind.CLOSE);
            default -> to(Character.isDigit(first) ? wordEnd(at) : at + 1, Kind.OTHER);
        };
    }

    private Kind to(int end, Kind kind) {
        at = Math.min(end, sql.length());
        return kind;
    }

    /** {@code E'...'} is the one kind of text in which a backslash takes the next character along. */
    private Kind word() {
        int end = wordEnd(at);
        boolean isEscaping = end == at + 1 && "eE".indexOf(sql.charAt(at)) >= 0 && is('\'', end);
        return isEscaping ? to(closed('\'', end + 1, true), Kind.QUOTED) : to(end, Kind.WORD);
    }

    /** Behind the closing quote; a doubled one does not close. */
    private int closed(char quote, int from, boolean escaping) {
        int i = from;
        while (i < sql.length()) {
            boolean isPair = (escaping && is('\\', i)) || (is(quote, i) && is(quote, i + 1));
            if (!isPair && is(quote, i)) {
                return i + 1;
            }
            i += isPair ? 2 : 1;
        }
        return i;
    }

    private Kind comment(String opening) {
        if (!sql.startsWith(opening, at)) {
            return to(at + 1, Kind.OTHER);
        }
        return to(opening.equals("--") ? lineEnd() : blockEnd(), Kind.BLANK);
    }

    private int lineEnd() {
        int end = at;
        while (end < sql.length() && !is('\n', end) && !is('\r', end)) {
            end++;
        }
        return end;
    }

    /** Comments of this kind stand within each other. */
    private int blockEnd() {
        int depth = 0;
        int i = at;
        do {
            boolean opens = sql.startsWith("/*", i);
            boolean closes = !opens && sql.startsWith("*/", i);
            depth += opens ? 1 : closes ? -1 : 0;
            i += opens || closes ? 2 : 1;
        } while (depth > 0 && i < sql.length());
        return i;
    }

    private Kind dollar() {
        if (at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1))) {
            return to(wordEnd(at + 1), Kind.POSITION);
        }
        int tag = at + 1;
        while (tag < sql.length() && isWordPart(sql.charAt(tag)) && !is('$', tag)) {
            tag++;
        }
        if (!is('$', tag)) {
            return to(at + 1, Kind.OTHER);
        }
        String delimiter = sql.substring(at, tag + 1);
        int close = sql.indexOf(delimiter, tag + 1);
        return to(close < 0 ? sql.length() : close + delimiter.length(), Kind.QUOTED);
    }

    /** Not the casts of {@code ::type}, nor {@code name := value}. */
    private Kind colon() {
        if (is(':', at + 1) || is('=', at + 1)) {
            return to(at + 2, Kind.OTHER);
        }
        boolean isNamed = at + 1 < sql.length() && isWordStart(sql.charAt(at + 1));
        return isNamed ? to(variableEnd(), Kind.VARIABLE) : to(at + 1, Kind.OTHER);
    }

    private int variableEnd() {
        int end = at + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end)) && !is('$', end)) {
            end++;
        }
        return end;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean is(char wanted, int index) {
        return index < sql.length() && sql.charAt(index) == wanted;
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127 && !Character.isWhitespace(c);
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
