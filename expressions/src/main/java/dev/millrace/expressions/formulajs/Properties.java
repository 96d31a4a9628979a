package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading {@code object.key} and {@code object[key]}. */
final class Properties {
    private static final Set<String> INHERITED = Set.of(
            "constructor",
            "toString",
            "toLocaleString",
            "valueOf",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "__proto__",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__");

    private Properties() {}

    @SuppressWarnings("unchecked")
    static Object read(Object target, Object key) {
        if (Undefined.isNullish(target)) {
            throw JavaScriptException.noProperties(target, Coercion.text(key));
        }
        if (target instanceof List<?> list) {
            return "length".equals(key) ? (Object) (double) list.size() : Undefined.at((List<Object>) list, index(key));
        }
        if (target instanceof String text) {
            return "length".equals(key) ? (Object) (double) text.length() : character(text, index(key));
        }
        if (target instanceof Map<?, ?> map) {
            return field(map, Coercion.text(key));
        }
        throw NotNative.SIGNAL;
    }

    private static Object field(Map<?, ?> map, String key) {
        if (map.containsKey(key)) {
            return map.get(key);
        }
        if (INHERITED.contains(key)) {
            throw NotNative.SIGNAL;
        }
        return UNDEFINED;
    }

    private static Object character(String text, double index) {
        boolean inside = index >= 0 && index < text.length() && index == Math.rint(index);
        return inside ? text.substring((int) index, (int) index + 1) : UNDEFINED;
    }

    /** A number or its plain text; other names are methods and the like. */
    private static double index(Object key) {
        if (key instanceof Double number) {
            return number;
        }
        double index = Coercion.number(key);
        if (Double.isNaN(index) || !Coercion.text(key).equals(NumberText.of(index))) {
            throw NotNative.SIGNAL;
        }
        return index;
    }
}
