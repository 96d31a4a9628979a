package dev.millrace.expressions.formulajs;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Rounding to decimals and to multiples. */
final class Rounding {
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final double EXACT_PRODUCT = 1e15;
    private static final double DOUBT = 1e-6;

    private Rounding() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("ROUND", args -> Numeric.binary(args, Rounding::decimals));
        functions.put("ROUNDUP", args -> scaled(args, Math::ceil));
        functions.put("ROUNDDOWN", args -> scaled(args, Math::floor));
        functions.put("INT", args -> Numeric.unary(args, Math::floor));
        functions.put("TRUNC", args -> scaled(args, Math::floor));
        functions.put("CEILING", args -> Numeric.binary(args, Rounding::ceiling));
        functions.put("FLOOR", args -> Numeric.binary(args, Rounding::floor));
        functions.put("MROUND", args -> Numeric.binary(args, Rounding::multiple));
        functions.put("EVEN", args -> Numeric.unary(args, n -> (n > 0 ? Math.ceil(n / 2) : Math.floor(n / 2)) * 2));
        functions.put("ODD", args -> Numeric.unary(args, Rounding::odd));
    }

    /** {@code Math.round}: halves go up, also below zero. */
    static double round(double number) {
        double floor = Math.floor(number);
        return number - floor >= 0.5 ? floor + 1 : floor;
    }

    /**
     * The original moves the point in the number's text, because multiplying gives 100.49999999999999 for 1.005. Far from
     * a boundary both give the same, and multiplying needs no text.
     */
    private static double decimals(double number, double digits) {
        boolean simple = digits >= 0 && digits < POWERS.length && digits == Math.rint(digits);
        if (simple) {
            double power = POWERS[(int) digits];
            double moved = number * power;
            double distance = Math.abs(moved * 2 - Math.rint(moved * 2));
            if (Math.abs(moved) < EXACT_PRODUCT && Math.abs(number) >= DOUBT && distance > DOUBT) {
                return round(moved) / power;
            }
        }
        return shift(round(shift(number, digits)), -digits);
    }

    /** NaN for a number whose text already has an exponent (1e-7, 1e+21), as in the original. */
    private static double shift(double number, double digits) {
        return NumberText.toNumber(NumberText.of(number) + "e" + NumberText.of(digits));
    }

    /** Multiplying, as the original does here: ROUNDDOWN(4.35, 2) is 4.34. */
    private static Object scaled(Arguments args, DoubleUnaryOperator rounding) {
        return Numeric.binary(args, (number, digits) -> {
            double power = StrictMath.pow(10, digits);
            return (number > 0 ? 1 : -1) * rounding.applyAsDouble(Math.abs(number) * power) / power;
        });
    }

    private static Object ceiling(double number, double significance) {
        if (significance == 0) {
            return 0.0;
        }
        return number > 0 && significance < 0
                ? FormulaError.NUM
                : (Object) (Math.ceil(number / significance) * significance);
    }

    private static Object floor(double number, double significance) {
        if (significance == 0 || Double.isNaN(significance)) {
            return FormulaError.DIV0;
        }
        return number > 0 && significance < 0
                ? FormulaError.NUM
                : (Object) (Math.floor(number / significance) * significance);
    }

    private static Object multiple(double number, double multiple) {
        if (number * multiple == 0) {
            return 0.0;
        }
        return number * multiple < 0 ? FormulaError.NUM : (Object) (round(number / multiple) * multiple);
    }

    private static double odd(double number) {
        double up = Math.ceil(Math.abs(number));
        double odd = (Coercion.int32(up) & 1) == 1 ? up : up + 1;
        return number >= 0 ? odd : -odd;
    }
}
