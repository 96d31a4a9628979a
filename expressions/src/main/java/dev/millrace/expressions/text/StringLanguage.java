package dev.millrace.expressions.text;

import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;

/** Text with variables. Its result is always text; the source is trimmed, the values are not. */
public final class StringLanguage implements ExpressionLanguage {
    @Override
    public String name() {
        return "string";
    }

    @Override
    public Expression compile(String source) {
        return new StringExpression(source.strip());
    }
}
