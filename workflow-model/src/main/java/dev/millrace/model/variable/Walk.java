package dev.millrace.model.variable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.json.Json;
import java.util.List;

/**
 * Follows a path into a value. A name behind an array takes that name of every element and flattens the result by one
 * level, so that {@code comments.author.id} is the flat list of ids; a whole number indexes; {@code length} counts the
 * elements of an array or the characters of a text, as in JavaScript.
 */
public final class Walk {
    private static final String LENGTH = "length";

    /** More digits cannot index an array in memory. */
    private static final int MAX_INDEX_DIGITS = 9;

    private static final int NO_INDEX = -1;

    private Walk() {}

    /** The value at the end of the path, or {@link MissingNode}; an element without the name counts as null in a list. */
    public static JsonNode along(JsonNode start, List<String> segments) {
        JsonNode value = start;
        for (int i = 0; i < segments.size() && !value.isMissingNode(); i++) {
            value = step(value, segments.get(i));
        }
        return value;
    }

    private static JsonNode step(JsonNode value, String segment) {
        return switch (value.getNodeType()) {
            case OBJECT -> value.path(segment);
            case ARRAY -> intoArray(value, segment);
            case STRING -> intoText(value.textValue(), segment);
            default -> MissingNode.getInstance();
        };
    }

    private static JsonNode intoArray(JsonNode array, String segment) {
        if (isDigits(segment)) {
            return array.path(index(segment));
        }
        return segment.equals(LENGTH) ? Json.NODES.numberNode(array.size()) : column(array, segment);
    }

    private static JsonNode intoText(String text, String segment) {
        if (segment.equals(LENGTH)) {
            return Json.NODES.numberNode(text.length());
        }
        int index = isDigits(segment) ? index(segment) : NO_INDEX;
        boolean inside = index != NO_INDEX && index < text.length();
        return inside ? Json.NODES.textNode(text.substring(index, index + 1)) : MissingNode.getInstance();
    }

    private static JsonNode column(JsonNode array, String segment) {
        ArrayNode column = Json.NODES.arrayNode(array.size());
        for (JsonNode element : array) {
            JsonNode cell = step(element, segment);
            if (cell.isArray()) {
                cell.forEach(column::add);
            } else {
                column.add(cell.isMissingNode() ? Json.NODES.nullNode() : cell);
            }
        }
        return column;
    }

    private static boolean isDigits(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
                return false;
            }
        }
        return !segment.isEmpty();
    }

    /** {@code 01} is the name of a property, not an index, in JavaScript. */
    private static int index(String digits) {
        boolean canonical = digits.length() == 1 || digits.charAt(0) != '0';
        return canonical && digits.length() <= MAX_INDEX_DIGITS ? Integer.parseInt(digits) : NO_INDEX;
    }
}
