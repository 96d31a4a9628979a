package dev.millrace.expressions.formulajs;

/** ECMAScript's white space and line terminators: what {@code trim} takes off and {@code \s} matches. */
final class Whitespace {
    private Whitespace() {}

    static boolean is(char c) {
        if (c < 128) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == '\u00a0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\ufeff';
    }

    static String trim(String text) {
        return trimEnd(trimStart(text));
    }

    static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && is(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Runs of white space become one blank, none is left at the ends. */
    static String collapse(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (is(c)) {
                gap = out.length() > 0;
            } else {
                out.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return out.toString();
    }
}
