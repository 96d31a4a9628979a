package dev.millrace.expressions.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers as JavaScript shows them (ECMAScript's Number::toString): shortest digits, an exponent only far from 1. */
public final class NumberNotation {
    private static final double EXACT_INTEGERS = 1e15;
    private static final int FIRST_EXPONENT_FORM = 21;
    private static final int LAST_FRACTION_FORM = -6;

    private NumberNotation() {}

    public static String of(double number) {
        if (number == (long) number && Math.abs(number) < EXACT_INTEGERS) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        return number < 0 ? "-" + positive(-number) : positive(number);
    }

    private static String positive(double number) {
        // Jackson's writer yields the shortest digits; JDK 17's Double.toString does not always.
        var decimal = new BigDecimal(NumberOutput.toString(number, true)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale();
        if (point > FIRST_EXPONENT_FORM || point <= LAST_FRACTION_FORM) {
            return exponentForm(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String exponentForm(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
