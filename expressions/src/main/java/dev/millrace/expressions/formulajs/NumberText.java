package dev.millrace.expressions.formulajs;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers to text and back as ECMAScript defines it (Number::toString, StringToNumber, parseFloat, parseInt). */
final class NumberText {
    private static final double EXACT_INTEGERS = 1e15;
    private static final int FIRST_EXPONENT_FORM = 21;
    private static final int LAST_FRACTION_FORM = -6;

    private NumberText() {}

    static String of(double number) {
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

    /** {@code Number(text)}: blank is 0, what is no number is NaN. */
    static double toNumber(String text) {
        String trimmed = Whitespace.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        int end = decimalEnd(trimmed);
        if (end == trimmed.length()) {
            return decimal(trimmed);
        }
        return trimmed.length() > 2 && trimmed.charAt(0) == '0' ? prefixed(trimmed) : Double.NaN;
    }

    /** {@code parseFloat(text)}: the longest number that the text starts with. */
    static double parseFloat(String text) {
        String trimmed = Whitespace.trim(text);
        int end = decimalEnd(trimmed);
        return end == 0 ? Double.NaN : decimal(trimmed.substring(0, end));
    }

    /** {@code parseInt(text, 10)}. */
    static double parseInt(String text) {
        String trimmed = Whitespace.trim(text);
        int start = !trimmed.isEmpty() && isSign(trimmed.charAt(0)) ? 1 : 0;
        int end = digitsEnd(trimmed, start);
        return end == start ? Double.NaN : Double.parseDouble(trimmed.substring(0, end));
    }

    private static double decimal(String text) {
        // Java reads "Infinity" and signs the same way; the scan has kept out everything else that only Java takes.
        return Double.parseDouble(text);
    }

    private static double prefixed(String text) {
        int radix =
                switch (text.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 0;
                };
        double value = 0;
        for (int i = 2; i < text.length() && radix > 0; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            value = digit < 0 || text.charAt(i) > 'f' ? Double.NaN : value * radix + digit;
        }
        return radix > 0 ? value : Double.NaN;
    }

    /** Where the decimal literal that the text starts with ends; 0 when it starts with none. */
    private static int decimalEnd(String text) {
        int start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
        if (text.startsWith("Infinity", start)) {
            return start + "Infinity".length();
        }
        int end = digitsEnd(text, start);
        int digits = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digitsEnd(text, end + 1);
            digits += fraction - end - 1;
            end = digits > 0 ? fraction : end;
        }
        return digits == 0 ? 0 : exponentEnd(text, end);
    }

    private static int exponentEnd(String text, int end) {
        if (end >= text.length() || (text.charAt(end) | ' ') != 'e') {
            return end;
        }
        int start = end + 1 < text.length() && isSign(text.charAt(end + 1)) ? end + 2 : end + 1;
        int digits = digitsEnd(text, start);
        return digits > start ? digits : end;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
