package dev.millrace.model.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of one text: literal pieces and {@code {{path}}} or {@code {{path:default}}}. Braces around anything with other
 * characters are plain text, as in the reference.
 */
final class TemplateText {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([\\w\\s:\\-+.,@/()?=*$]++)}}");

    private TemplateText() {}

    sealed interface Piece {}

    record Literal(String text) implements Piece {}

    /** @param fallback used where the variable has no value, or null */
    record Variable(VariablePath path, String fallback) implements Piece {
        boolean isSecret() {
            return path.root().equals(VariablePath.ENV) && path.segments().size() > 1;
        }
    }

    static List<Piece> parse(String text) {
        if (!text.contains("{{")) {
            return List.of(new Literal(text));
        }
        var pieces = new ArrayList<Piece>();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addLiteral(pieces, text.substring(end, matcher.start()));
            pieces.add(variable(matcher.group(1).strip()));
            end = matcher.end();
        }
        addLiteral(pieces, text.substring(end));
        return List.copyOf(pieces);
    }

    private static void addLiteral(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Literal(text));
        }
    }

    private static Variable variable(String content) {
        int colon = content.indexOf(':');
        return colon < 0
                ? new Variable(VariablePath.parse(content), null)
                : new Variable(pathBeforeDefault(content.substring(0, colon)), content.substring(colon + 1));
    }

    /** A blank before the colon belongs to the name in the reference, so that such a template always takes its default. */
    private static VariablePath pathBeforeDefault(String key) {
        VariablePath path = VariablePath.parse(key);
        if (key.equals(key.stripTrailing())) {
            return path;
        }
        var segments = new ArrayList<>(path.segments());
        segments.set(segments.size() - 1, segments.get(segments.size() - 1) + " ");
        return new VariablePath(segments);
    }
}
