package dev.millrace.expressions.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as JSONata has it: maps, lists, texts, numbers, and a null that is not nothing. */
final class JsonataValues {
    private JsonataValues() {}

    static Object of(JsonNode value) {
        Budget.current().spend(1);
        return switch (value.getNodeType()) {
            case OBJECT -> map(value);
            case ARRAY -> list(value);
            case STRING -> value.textValue();
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case NULL -> Jsonata.NULL_VALUE;
            default -> null;
        };
    }

    private static Map<String, Object> map(JsonNode object) {
        var map = new LinkedHashMap<String, Object>();
        object.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        return map;
    }

    private static List<Object> list(JsonNode array) {
        var list = new ArrayList<>(array.size());
        array.forEach(element -> list.add(of(element)));
        return list;
    }

    /** Functions have no JSON; like nothing, they become null. */
    static JsonNode json(Object value) {
        Budget.current().spend(1);
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Collection<?> list) {
            return array(list);
        }
        if (value instanceof String text) {
            return Json.NODES.textNode(text);
        }
        if (value instanceof Boolean bool) {
            return Json.NODES.booleanNode(bool);
        }
        return value instanceof Number number ? number(number) : Json.NODES.nullNode();
    }

    private static JsonNode number(Number number) {
        return number instanceof Integer || number instanceof Long
                ? Numbers.node(number.longValue())
                : Numbers.node(number.doubleValue());
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = Json.object();
        map.forEach((name, value) -> object.set(String.valueOf(name), json(value)));
        return object;
    }

    private static ArrayNode array(Collection<?> list) {
        ArrayNode array = Json.NODES.arrayNode(list.size());
        list.forEach(element -> array.add(json(element)));
        return array;
    }

    /** Spends what it takes to walk through a value, however often it holds the same part. */
    static void weigh(Object value) {
        Budget.current().spend(1);
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(JsonataValues::weigh);
        } else if (value instanceof Collection<?> list) {
            list.forEach(JsonataValues::weigh);
        } else if (value instanceof String text) {
            Budget.current().spendText(text.length());
        }
    }
}
