package dev.millrace.expressions.formulajs;

import dev.millrace.expressions.text.VariableReference;
import java.util.Optional;

/**
 * For the original, which takes variables as identifiers and would see only their names inside quotes: {@code 'no. {{x}}'}
 * becomes {@code ('no. ' + ({{x}} ?? '') + '')}.
 */
final class QuotedVariables {
    private static final String QUOTES = "'\"`";

    private QuotedVariables() {}

    static String spelledOut(String source) {
        var out = new StringBuilder();
        int position = 0;
        while (position < source.length()) {
            boolean quoted = QUOTES.indexOf(source.charAt(position)) >= 0;
            int end = quoted ? endOfText(source, position) : position + 1;
            String part = source.substring(position, end);
            out.append(quoted && part.charAt(0) != '`' ? spelledOutText(part) : part);
            position = end;
        }
        return out.toString();
    }

    private static int endOfText(String source, int start) {
        char quote = source.charAt(start);
        int position = start + 1;
        while (position < source.length() && source.charAt(position) != quote) {
            position += source.charAt(position) == '\\' ? 2 : 1;
        }
        return Math.min(position + 1, source.length());
    }

    private static String spelledOutText(String text) {
        String quote = text.substring(0, 1);
        Optional<VariableReference> variable = VariableReference.find(text, 0);
        if (variable.isEmpty()) {
            return text;
        }
        var out = new StringBuilder("(");
        int position = 0;
        while (variable.isPresent()) {
            String reference =
                    text.substring(variable.get().start(), variable.get().end());
            out.append(text, position, variable.get().start());
            out.append(quote)
                    .append(" + (")
                    .append(reference)
                    .append(" ?? '') + ")
                    .append(quote);
            position = variable.get().end();
            variable = VariableReference.find(text, position);
        }
        return out.append(text, position, text.length()).append(')').toString();
    }
}
