package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods of arrays that take no function and change nothing. */
final class ListMethods {
    private ListMethods() {}

    static void addTo(Map<String, Methods.Method<List<Object>>> methods) {
        methods.put("includes", ListMethods::includes);
        methods.put("indexOf", ListMethods::indexOf);
        methods.put(
                "join",
                (list, args) -> Coercion.join(list, args.get(0) == UNDEFINED ? "," : Coercion.text(args.get(0))));
        methods.put("toString", (list, args) -> Coercion.join(list, ","));
        methods.put("slice", ListMethods::slice);
        methods.put("concat", ListMethods::concat);
        methods.put("at", ListMethods::at);
        methods.put("flat", ListMethods::flat);
    }

    private static Object includes(List<Object> list, Arguments args) {
        onlyFirst(args);
        Object sought = args.get(0);
        boolean notANumber = sought instanceof Double number && number.isNaN();
        for (Object element : list) {
            boolean same = notANumber
                    ? element instanceof Double number && number.isNaN()
                    : Operators.strictEquals(element, sought);
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static Object indexOf(List<Object> list, Arguments args) {
        onlyFirst(args);
        for (int i = 0; i < list.size(); i++) {
            if (Operators.strictEquals(list.get(i), args.get(0))) {
                return (double) i;
            }
        }
        return -1.0;
    }

    private static void onlyFirst(Arguments args) {
        if (args.count() != 1) {
            throw NotNative.SIGNAL;
        }
    }

    private static Object slice(List<Object> list, Arguments args) {
        int from = TextMethods.relative(args.get(0), 0, list.size());
        int to = TextMethods.relative(args.get(1), list.size(), list.size());
        return from < to ? new ArrayList<>(list.subList(from, to)) : new ArrayList<>();
    }

    private static Object concat(List<Object> list, Arguments args) {
        var all = new ArrayList<>(list);
        for (Object value : args.values()) {
            if (value instanceof List<?> more) {
                all.addAll(more);
            } else {
                all.add(value);
            }
        }
        return all;
    }

    private static Object at(List<Object> list, Arguments args) {
        double position = Coercion.integer(args.get(0));
        return Undefined.at(list, position < 0 ? list.size() + position : position);
    }

    private static Object flat(List<Object> list, Arguments args) {
        if (args.count() > 0) {
            throw NotNative.SIGNAL;
        }
        return concat(List.of(), new Arguments(list.toArray(), args.frame()));
    }
}
