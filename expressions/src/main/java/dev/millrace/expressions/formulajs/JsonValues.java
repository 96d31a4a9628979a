package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON to values and back. */
final class JsonValues {
    private static final double EXACT = 9007199254740992.0;
    private static final double BILLION = 1e9;
    private static final int DECIMALS = 9;

    private JsonValues() {}

    static Object read(JsonNode json) {
        return switch (json.getNodeType()) {
            case NUMBER -> json.doubleValue();
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case ARRAY -> list(json);
            case OBJECT -> map(json);
            default -> null;
        };
    }

    private static List<Object> list(JsonNode json) {
        var list = new ArrayList<>(json.size());
        for (JsonNode element : json) {
            list.add(read(element));
        }
        return list;
    }

    private static Map<String, Object> map(JsonNode json) {
        Map<String, Object> map = new LinkedHashMap<>();
        json.properties().forEach(field -> map.put(field.getKey(), read(field.getValue())));
        return map;
    }

    /** The result of an expression: a number is rounded to 9 decimals, an error value is a failure. */
    static Evaluation result(Object value) {
        FormulaError error = errorIn(value);
        if (error != null) {
            return new Evaluation.Failure(error.code(), error.sentence());
        }
        return new Evaluation.Value(value instanceof Double number ? number(round(number)) : write(value));
    }

    private static FormulaError errorIn(Object value) {
        if (value instanceof FormulaError error) {
            return error;
        }
        Iterable<?> inside =
                value instanceof List<?> list ? list : value instanceof Map<?, ?> map ? map.values() : List.of();
        for (Object element : inside) {
            FormulaError error = errorIn(element);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    private static JsonNode write(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof String text) {
            return Json.NODES.textNode(text);
        }
        if (value instanceof Boolean bool) {
            return Json.NODES.booleanNode(bool);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = Json.NODES.arrayNode(list.size());
            list.forEach(element -> array.add(write(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        boolean valid = value instanceof JsDate date && !Double.isNaN(date.millis());
        return valid ? Json.NODES.textNode(((JsDate) value).isoText()) : NullNode.getInstance();
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = Json.object();
        map.forEach((key, value) -> {
            if (value != UNDEFINED) {
                object.set((String) key, write(value));
            }
        });
        return object;
    }

    private static JsonNode number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return NullNode.getInstance();
        }
        boolean integer = number == Math.rint(number) && Math.abs(number) <= EXACT;
        if (!integer) {
            return Json.NODES.numberNode(number);
        }
        long whole = (long) number;
        return whole == (int) whole ? Json.NODES.numberNode((int) whole) : Json.NODES.numberNode(whole);
    }

    static double round(double number) {
        double scaled = number * BILLION;
        double nearest = Math.rint(scaled);
        boolean clear = Math.abs(scaled) < EXACT / 8 && Math.abs(scaled - nearest) < 0.4;
        if (clear) {
            return nearest / BILLION;
        }
        boolean nothingToRound = Double.isNaN(number) || Double.isInfinite(number) || number == Math.rint(number);
        if (nothingToRound) {
            return number;
        }
        // A tie is decided on the decimal digits that a person sees, not on the binary value behind them.
        return new BigDecimal(NumberText.of(number))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
