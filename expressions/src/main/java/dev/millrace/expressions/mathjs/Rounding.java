package dev.millrace.expressions.mathjs;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding and comparing as math.js does, with its tolerances: two numbers that differ by float noise are equal, and a number
 * that noise has pushed off an integer is that integer.
 */
final class Rounding {
    private static final double RELATIVE_TOLERANCE = 1e-12;
    private static final double ABSOLUTE_TOLERANCE = 1e-15;
    private static final int TOLERANCE_DECIMALS = 12;
    private static final int MAX_DECIMALS = 15;
    /** Below this a product with 1e9 is exact enough to see on which side of a half it lies. */
    private static final double FAST_LIMIT = 1e4;

    private Rounding() {}

    static boolean nearlyEqual(double a, double b) {
        if (a == b) {
            return true;
        }
        if (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        return Math.abs(a - b) <= Math.max(RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b)), ABSOLUTE_TOLERANCE);
    }

    static int compare(double a, double b) {
        if (nearlyEqual(a, b)) {
            return 0;
        }
        return a > b ? 1 : -1;
    }

    static boolean integer(double x) {
        return x == Math.rint(x) && !Double.isInfinite(x);
    }

    /** What every result goes through. */
    static double nineDecimals(double x) {
        if (Math.abs(x) < FAST_LIMIT) {
            double scaled = x * 1e9;
            double nearest = Math.rint(scaled);
            // Away from a half both ways give the same; a quotient of two exact numbers is the nearest double.
            if (Math.abs(scaled - nearest) < 0.49) {
                return nearest == 0 ? 0 : nearest / 1e9;
            }
        } else if (integer(x)) {
            return x;
        }
        return round(x, 9);
    }

    static double round(double x) {
        return round(x, 0);
    }

    /** Half away from zero, on the decimal digits that the number shows. */
    static double round(double x, double decimals) {
        if (!integer(decimals) || decimals < 0 || decimals > MAX_DECIMALS) {
            throw MathFailure.error("Number of decimals in function round must be an integer from 0 to 15 inclusive");
        }
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return x;
        }
        if (decimals >= TOLERANCE_DECIMALS) {
            return decimal(x, (int) decimals);
        }
        double denoised = decimal(x, TOLERANCE_DECIMALS);
        return decimal(nearlyEqual(x, denoised) ? denoised : x, (int) decimals);
    }

    private static double decimal(double x, int decimals) {
        // The platform's own text of a double is not always the shortest before JDK 19.
        return new BigDecimal(DoubleToDecimal.toString(x))
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    static double ceil(double x) {
        return towards(x, Math.ceil(x));
    }

    static double floor(double x) {
        return towards(x, Math.floor(x));
    }

    static double fix(double x) {
        return x > 0 ? floor(x) : ceil(x);
    }

    private static double towards(double x, double bound) {
        if (Math.abs(x - bound) == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
            return bound;
        }
        double rounded = round(x);
        boolean noise = rounded != bound && nearlyEqual(x, rounded) && !nearlyEqual(x, bound);
        return noise ? rounded : bound;
    }

    static double mod(double x, double y) {
        return y == 0 ? x : x - y * floor(x / y);
    }
}
