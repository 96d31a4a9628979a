package dev.millrace.expressions.mathjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.Map;

/**
 * What expressions compute with: {@link Double}, {@link String}, {@link Boolean}, null, {@link #UNDEFINED}, {@link Sequence},
 * and objects as {@link ObjectNode} (from outside) or {@link Map} (from a literal).
 */
final class Values {
    static final Object UNDEFINED = new Object();
    /** Up to here a double knows every integer, and beyond a long could not hold it. */
    private static final double LONG_LIMIT = 0x1p63;

    private Values() {}

    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> node.doubleValue();
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case ARRAY -> sequence(node);
            case OBJECT -> node;
            case NULL, MISSING -> null;
            case BINARY, POJO -> throw HandOver.toOriginal();
        };
    }

    private static Sequence sequence(JsonNode node) {
        var items = new ArrayList<Object>(node.size());
        node.forEach(item -> items.add(of(item)));
        return Sequence.array(items);
    }

    /** The result as JSON: numbers are rounded, and what is no number has no value. */
    static JsonNode result(Object value) {
        return value instanceof Double number ? json(Rounding.nineDecimals(number)) : inner(value);
    }

    private static JsonNode inner(Object value) {
        if (value instanceof Double number) {
            return json(number);
        }
        if (value instanceof String text) {
            return Json.NODES.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return Json.NODES.booleanNode(truth);
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Sequence sequence) {
            var array = Json.NODES.arrayNode(sequence.items().size());
            sequence.items().forEach(item -> array.add(inner(item)));
            return array;
        }
        return value instanceof Map<?, ?> members ? members(members) : Json.NODES.nullNode();
    }

    private static JsonNode members(Map<?, ?> members) {
        var object = Json.object();
        members.forEach((name, value) -> {
            if (value instanceof Sequence sequence && sequence.matrix()) {
                // A matrix in an object shows its inner structure.
                throw HandOver.toOriginal();
            }
            if (value != UNDEFINED) {
                object.set((String) name, inner(value));
            }
        });
        return object;
    }

    private static JsonNode json(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Json.NODES.nullNode();
        }
        if (number != Math.rint(number) || Math.abs(number) >= LONG_LIMIT) {
            return Json.NODES.numberNode(number);
        }
        long integer = (long) number;
        return integer == (int) integer ? Json.NODES.numberNode((int) integer) : Json.NODES.numberNode(integer);
    }

    /** The argument of a function on numbers: text and booleans are converted, nothing else is. */
    static double number(String function, Object value, int index) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof String text) {
            return Texts.number(text);
        }
        if (value instanceof Sequence) {
            throw HandOver.toOriginal();
        }
        throw MathFailure.unexpected(function, value, index);
    }

    static boolean nullish(Object value) {
        return value == null || value == UNDEFINED;
    }

    static boolean object(Object value) {
        return value instanceof ObjectNode || value instanceof Map;
    }

    /** As a condition, or as an operand of a logical operator. */
    static boolean truthy(double number) {
        return number != 0 && !Double.isNaN(number);
    }

    static String typeOf(Object value) {
        if (value instanceof Double) {
            return "number";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Sequence sequence) {
            return sequence.matrix() ? "DenseMatrix" : "Array";
        }
        if (value == null) {
            return "null";
        }
        return value == UNDEFINED ? "undefined" : "Object";
    }
}
