package dev.millrace.expressions.mathjs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Elements and properties. Elements are counted from one. */
final class Access {
    /** What every JavaScript object has, or could be made to lose: the original has the rules for these. */
    private static final Set<String> RESERVED = Set.of(
            "constructor",
            "__proto__",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf",
            "length",
            "name",
            "arguments",
            "caller",
            "prototype",
            "apply",
            "bind",
            "call");

    private Access() {}

    static String safe(String name) {
        // "name" and "length" are ordinary on plain objects; the rest never is.
        if (RESERVED.contains(name) && !name.equals("name") && !name.equals("length")) {
            throw HandOver.toOriginal();
        }
        return name;
    }

    static Object property(Object object, String name) {
        if (object instanceof ObjectNode node) {
            var value = node.get(name);
            return value == null ? Values.UNDEFINED : Values.of(value);
        }
        if (object instanceof Map<?, ?> members) {
            return members.containsKey(name) ? members.get(name) : Values.UNDEFINED;
        }
        if (Values.nullish(object)) {
            throw MathFailure.typeError("Cannot apply index: unsupported type of object (property \"" + name + "\" of "
                    + Values.typeOf(object) + ")");
        }
        throw HandOver.toOriginal();
    }

    static Object element(Object object, Object index) {
        if (Values.object(object) && index instanceof String name) {
            return property(object, safe(name));
        }
        if (!(index instanceof Double position) || !Rounding.integer(position)) {
            throw HandOver.toOriginal();
        }
        if (object instanceof Sequence sequence && sequence.flat()) {
            return sequence.items().get(inside(position, sequence.items().size()));
        }
        if (object instanceof String text) {
            return String.valueOf(text.charAt(inside(position, text.length())));
        }
        if (Values.object(object)) {
            throw MathFailure.typeError("Cannot apply a numeric index as object property");
        }
        throw HandOver.toOriginal();
    }

    private static int inside(double position, int size) {
        if (position < 1) {
            throw MathFailure.indexError("Index out of range (" + Texts.format(position, 0) + " < 1)");
        }
        if (position > size) {
            throw MathFailure.indexError("Index out of range (" + Texts.format(position, 0) + " > " + size + ")");
        }
        return (int) position - 1;
    }
}
