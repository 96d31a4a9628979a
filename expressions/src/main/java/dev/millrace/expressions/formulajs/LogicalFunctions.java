package dev.millrace.expressions.formulajs;

import java.util.Map;

/** Decisions. */
final class LogicalFunctions {
    private LogicalFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("AND", args -> truths(args, (all, truths) -> all == truths));
        functions.put("OR", args -> truths(args, (all, truths) -> truths > 0));
        functions.put("XOR", args -> truths(args, (all, truths) -> truths % 2 == 1));
        functions.put("NOT", LogicalFunctions::not);
        functions.put("TRUE", args -> true);
        functions.put("FALSE", args -> false);
        functions.put("IF", LogicalFunctions::choose);
        functions.put("IFS", LogicalFunctions::firstTrue);
        functions.put("SWITCH", LogicalFunctions::firstEqual);
        functions.put("IFERROR", args -> InformationFunctions.isError(args.get(0)) ? args.get(1) : args.get(0));
        functions.put("IFNA", args -> args.get(0) == FormulaError.NA ? args.get(1) : args.get(0));
    }

    private interface Verdict {
        boolean of(int all, int truths);
    }

    /** Text and nothing are passed over; if nothing else is there, there is no verdict. */
    private static Object truths(Arguments args, Verdict verdict) {
        int all = 0;
        int truths = 0;
        for (Object value : args.flat()) {
            if (value instanceof FormulaError) {
                return value;
            }
            if (!Undefined.isNullish(value) && !(value instanceof String)) {
                all++;
                truths += Coercion.truthy(value) ? 1 : 0;
            }
        }
        return all == 0 ? FormulaError.VALUE : (Object) verdict.of(all, truths);
    }

    private static Object not(Arguments args) {
        Object value = args.get(0);
        if (value instanceof String) {
            return FormulaError.VALUE;
        }
        return value instanceof FormulaError ? value : (Object) !Coercion.truthy(value);
    }

    private static Object choose(Arguments args) {
        Object test = args.get(0);
        if (test instanceof FormulaError) {
            return test;
        }
        Object chosen = Coercion.truthy(test)
                ? (args.count() >= 2 ? args.get(1) : true)
                : (args.count() == 3 ? args.get(2) : false);
        return Undefined.isNullish(chosen) ? 0.0 : chosen;
    }

    private static Object firstTrue(Arguments args) {
        for (int i = 0; i < args.count(); i += 2) {
            if (Coercion.truthy(args.get(i))) {
                return args.get(i + 1);
            }
        }
        return FormulaError.NA;
    }

    private static Object firstEqual(Arguments args) {
        if (args.count() == 0) {
            return FormulaError.VALUE;
        }
        int cases = (args.count() - 1) / 2;
        for (int i = 0; i < cases; i++) {
            if (Operators.strictEquals(args.get(0), args.get(i * 2 + 1))) {
                return args.get(i * 2 + 2);
            }
        }
        boolean hasDefault = args.count() % 2 == 0;
        return hasDefault ? args.get(args.count() - 1) : FormulaError.NA;
    }
}
