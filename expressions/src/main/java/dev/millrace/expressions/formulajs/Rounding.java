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
        functions.put("ROUND", args -> decimals(args, Rounding::round));
        functions.put("ROUNDUP", args -> decimals(args, Math::ceil));
        functions.put("ROUNDDOWN", args -> decimals(args, Math::floor));
        functions.put("INT", args -> Numeric.unary(args, Math::floor));
        functions.put("TRUNC", args -> Numeric.binary(args, Rounding::truncate));
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

    private static Object decimals(Arguments args, DoubleUnaryOperator rounding) {
        return Numeric.binary(args, (number, digits) -> {
            double magnitude = decimals(Math.abs(number), digits, rounding);
            return number >= 0 ? magnitude : -magnitude;
        });
    }

    /**
     * The original moves the point in the number's text, because multiplying gives 100.49999999999999 for 1.005. Far from
     * a boundary both give the same, and multiplying needs no text.
     */
    private static double decimals(double magnitude, double digits, DoubleUnaryOperator rounding) {
        boolean simple = digits >= 0 && digits < POWERS.length && digits == Math.rint(digits);
        if (simple) {
            double power = POWERS[(int) digits];
            double moved = magnitude * power;
            double distance = Math.abs(moved * 2 - Math.rint(moved * 2));
            if (moved < EXACT_PRODUCT && magnitude >= DOUBT && distance > DOUBT) {
                return rounding.applyAsDouble(moved) / power;
            }
        }
        double shifted = rounding.applyAsDouble(shift(magnitude, digits));
        return shift(shifted, -digits);
    }

    /** A number whose text has an exponent already loses the digits to shift by, as in the original. */
    private static double shift(double number, double digits) {
        String[] parts = (NumberText.of(number) + "e" + NumberText.of(digits)).split("e", -1);
        return NumberText.toNumber(parts[0] + "e" + parts[1]);
    }

    private static Object truncate(double number, double digits) {
        double power = StrictMath.pow(10, digits);
        return (number > 0 ? 1 : -1) * Math.floor(Math.abs(number) * power) / power;
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
