package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arguments of one call. */
record Arguments(Object[] values, Frame frame) {
    int count() {
        return values.length;
    }

    /** Undefined where the call has fewer arguments. */
    Object get(int index) {
        return index < values.length ? values[index] : UNDEFINED;
    }

    Object or(int index, Object whenUndefined) {
        Object value = get(index);
        return value == UNDEFINED ? whenUndefined : value;
    }

    ZoneId zone() {
        return frame.zone();
    }

    /** All arguments from one on, arrays inside them laid flat at every depth. */
    List<Object> flat(int from) {
        var flat = new ArrayList<>(values.length);
        for (int i = from; i < values.length; i++) {
            flattenInto(values[i], flat);
        }
        return flat;
    }

    List<Object> flat() {
        return flat(0);
    }

    static List<Object> flatten(Object value) {
        if (value instanceof Map<?, ?> map && map.containsKey("length")) {
            throw NotNative.SIGNAL;
        }
        var flat = new ArrayList<>();
        flattenInto(value, flat);
        return flat;
    }

    private static void flattenInto(Object value, List<Object> flat) {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                flattenInto(element, flat);
            }
        } else {
            flat.add(value);
        }
    }

    /** The first error value among these, or null. */
    static FormulaError firstError(List<?> values) {
        for (Object value : values) {
            if (value instanceof FormulaError error) {
                return error;
            }
        }
        return null;
    }

    static FormulaError firstError(Object first, Object second) {
        return first instanceof FormulaError error ? error : second instanceof FormulaError other ? other : null;
    }
}
