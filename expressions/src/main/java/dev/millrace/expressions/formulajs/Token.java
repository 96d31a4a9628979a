package dev.millrace.expressions.formulajs;

import java.util.List;

/**
 * @param text the name or sign
 * @param value of numbers
 * @param parts of texts in quotes
 * @param start where it begins in the source
 * @param newLine whether a line break stands before it
 */
record Token(Kind kind, String text, double value, List<Node> parts, int start, boolean newLine) {
    enum Kind {
        NUMBER,
        TEXT,
        TEMPLATE,
        NAME,
        VARIABLE,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    String description() {
        return kind == Kind.END
                ? "the expression ends"
                : "found " + (text.isEmpty() ? "another value" : "'" + text + "'");
    }
}
