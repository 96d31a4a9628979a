package dev.millrace.expressions.formulajs;

import java.util.List;
import java.util.Map;

/** What kind of value is it. */
final class InformationFunctions {
    private InformationFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("ISBLANK", args -> args.get(0) == null);
        functions.put("ISERR", args -> isErr(args.get(0)));
        functions.put("ISERROR", args -> isError(args.get(0)));
        functions.put("ISNA", args -> args.get(0) == FormulaError.NA);
        functions.put("ISEVEN", args -> !odd(args.get(0)));
        functions.put("ISODD", args -> odd(args.get(0)));
        functions.put("ISLOGICAL", args -> args.get(0) instanceof Boolean);
        functions.put("ISNONTEXT", args -> !(args.get(0) instanceof String));
        functions.put("ISNUMBER", args -> isNumber(args.get(0)));
        functions.put("ISTEXT", args -> args.get(0) instanceof String);
        functions.put("N", args -> n(args.get(0)));
        functions.put("NA", args -> FormulaError.NA);
        functions.put("TYPE", args -> type(args.get(0)));
    }

    /** Infinite numbers and NaN count as errors; #N/A and #ERROR! do not. */
    private static boolean isErr(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite();
        }
        return value instanceof FormulaError && value != FormulaError.NA && value != FormulaError.ERROR;
    }

    static boolean isError(Object value) {
        return isErr(value) || value == FormulaError.NA;
    }

    static boolean isNumber(Object value) {
        return value instanceof Double number && !number.isNaN() && !number.isInfinite();
    }

    private static boolean odd(Object value) {
        return (Coercion.int32(Math.floor(Math.abs(Coercion.number(value)))) & 1) == 1;
    }

    private static Object n(Object value) {
        if (isNumber(value) || isError(value)) {
            return value;
        }
        if (value instanceof JsDate date) {
            return date.millis();
        }
        return Boolean.TRUE.equals(value) ? 1.0 : 0.0;
    }

    private static Object type(Object value) {
        if (isNumber(value)) {
            return 1.0;
        }
        if (value instanceof String) {
            return 2.0;
        }
        if (value instanceof Boolean) {
            return 4.0;
        }
        if (isError(value)) {
            return 16.0;
        }
        return value instanceof List ? (Object) 64.0 : Undefined.UNDEFINED;
    }
}
