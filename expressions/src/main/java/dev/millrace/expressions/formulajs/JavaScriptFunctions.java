package dev.millrace.expressions.formulajs;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** JavaScript's own global functions. */
final class JavaScriptFunctions {
    private JavaScriptFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("Number", args -> args.count() == 0 ? 0.0 : Coercion.number(args.get(0)));
        functions.put("String", args -> args.count() == 0 ? "" : Coercion.text(args.get(0)));
        functions.put("Boolean", args -> Coercion.truthy(args.get(0)));
        functions.put("isNaN", args -> Coercion.isNaN(args.get(0)));
        functions.put("isFinite", args -> isFinite(Coercion.number(args.get(0))));
        functions.put("parseFloat", args -> NumberText.parseFloat(Coercion.text(args.get(0))));
        functions.put("parseInt", JavaScriptFunctions::parseInt);
        functions.put("Number.isInteger", JavaScriptFunctions::isInteger);
        functions.put("Array.isArray", args -> args.get(0) instanceof List);
        functions.put("Date.parse", args -> DateText.parse(TextFunctions.string(args.get(0)), args.zone())
                .millis());
        functions.put("Math.abs", unary(Math::abs));
        functions.put("Math.ceil", unary(Math::ceil));
        functions.put("Math.floor", unary(Math::floor));
        functions.put("Math.round", unary(Rounding::round));
        functions.put("Math.trunc", unary(n -> n < 0 ? Math.ceil(n) : Math.floor(n)));
        functions.put("Math.sign", unary(Math::signum));
        functions.put("Math.sqrt", unary(Math::sqrt));
        functions.put("Math.log", unary(StrictMath::log));
        functions.put("Math.exp", unary(StrictMath::exp));
        functions.put("Math.pow", args -> StrictMath.pow(Coercion.number(args.get(0)), Coercion.number(args.get(1))));
        functions.put("Math.max", extreme(Double.NEGATIVE_INFINITY, Math::max));
        functions.put("Math.min", extreme(Double.POSITIVE_INFINITY, Math::min));
    }

    private static FormulaFunction unary(DoubleUnaryOperator function) {
        return args -> function.applyAsDouble(Coercion.number(args.get(0)));
    }

    private static FormulaFunction extreme(double start, DoubleBinaryOperator better) {
        return args -> {
            double extreme = start;
            for (Object value : args.values()) {
                extreme = better.applyAsDouble(extreme, Coercion.number(value));
            }
            return extreme;
        };
    }

    private static Object parseInt(Arguments args) {
        String text = Whitespace.trim(Coercion.text(args.get(0)));
        boolean decimal = Operators.strictEquals(args.get(1), 10.0)
                || (args.get(1) == Undefined.UNDEFINED
                        && !text.toLowerCase(java.util.Locale.ROOT).contains("0x"));
        if (!decimal) {
            throw NotNative.SIGNAL;
        }
        return NumberText.parseInt(text);
    }

    private static Object isInteger(Arguments args) {
        return args.get(0) instanceof Double number && isFinite(number) && number == Math.rint(number);
    }

    private static boolean isFinite(double number) {
        return !Double.isNaN(number) && !Double.isInfinite(number);
    }
}
