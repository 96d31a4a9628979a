package dev.millrace.expressions.formulajs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods of arrays that take an arrow function. */
final class CallbackMethods {
    private CallbackMethods() {}

    static void addTo(Map<String, Methods.Method<List<Object>>> methods) {
        methods.put("map", CallbackMethods::map);
        methods.put("filter", CallbackMethods::filter);
        methods.put("find", (list, args) -> Undefined.at(list, first(list, args, true)));
        methods.put("findIndex", (list, args) -> (double) first(list, args, true));
        methods.put("some", (list, args) -> first(list, args, true) >= 0);
        methods.put("every", (list, args) -> first(list, args, false) < 0);
        methods.put("reduce", CallbackMethods::reduce);
    }

    private static Callback callback(Arguments args) {
        if (args.get(0) instanceof Callback callback) {
            return callback;
        }
        throw NotNative.SIGNAL;
    }

    private static Object map(List<Object> list, Arguments args) {
        Callback callback = callback(args);
        var mapped = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            mapped.add(callback.call(list.get(i), (double) i, list));
        }
        return mapped;
    }

    private static Object filter(List<Object> list, Arguments args) {
        Callback callback = callback(args);
        var kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (Coercion.truthy(callback.call(list.get(i), (double) i, list))) {
                kept.add(list.get(i));
            }
        }
        return kept;
    }

    /** Where the function first answers so; -1 when it never does. */
    private static int first(List<Object> list, Arguments args, boolean answer) {
        Callback callback = callback(args);
        for (int i = 0; i < list.size(); i++) {
            if (Coercion.truthy(callback.call(list.get(i), (double) i, list)) == answer) {
                return i;
            }
        }
        return -1;
    }

    private static Object reduce(List<Object> list, Arguments args) {
        Callback callback = callback(args);
        boolean started = args.count() > 1;
        if (!started && list.isEmpty()) {
            throw new JavaScriptException(
                    "TypeError", "Expected reduce to get a start value, but the array is empty and there is none");
        }
        Object result = started ? args.get(1) : list.get(0);
        for (int i = started ? 0 : 1; i < list.size(); i++) {
            result = callback.call(result, list.get(i), (double) i, list);
        }
        return result;
    }
}
