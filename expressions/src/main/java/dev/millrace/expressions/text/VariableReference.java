package dev.millrace.expressions.text;

import dev.millrace.model.variable.VariablePath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable in the text of an expression, {@code {{ $context.data.title }}}: ASCII word characters, {@code $}, dots and
 * hyphens. Other text in double braces is no variable and stays as it is written.
 *
 * @param end the position behind the closing braces
 */
public record VariableReference(VariablePath path, int start, int end) {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([\\w$.-]+)\\s*}}");
    private static final String RESERVED_ROOT = "this";

    /** The first variable at or behind a position. */
    public static Optional<VariableReference> find(String source, int from) {
        Matcher matcher = REFERENCE.matcher(source);
        int position = from;
        while (matcher.find(position)) {
            VariablePath path = VariablePath.parse(matcher.group(1));
            if (!path.root().equals(RESERVED_ROOT)) {
                return Optional.of(new VariableReference(path, matcher.start(), matcher.end()));
            }
            position = matcher.end();
        }
        return Optional.empty();
    }

    /** The variable that starts exactly at a position. */
    public static Optional<VariableReference> at(String source, int position) {
        return source.startsWith("{{", position)
                ? find(source, position).filter(reference -> reference.start() == position)
                : Optional.empty();
    }
}
