package dev.millrace.expressions.mathjs;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers from text and text from numbers, as JavaScript and math.js write them. */
final class Texts {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern RADIX = Pattern.compile("0[xXbBoO].*");
    private static final int SMALLEST_EXPONENT = -3;
    private static final int LARGEST_EXPONENT = 5;

    private Texts() {}

    /** @throws MathFailure where the text is no number */
    static double number(String text) {
        double number = numberOrNaN(text);
        if (Double.isNaN(number)) {
            throw MathFailure.error("Cannot convert \"" + text + "\" to a number");
        }
        return number;
    }

    static double numberOrNaN(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(stripped).matches()) {
            return Double.parseDouble(stripped);
        }
        if (RADIX.matcher(stripped).matches()) {
            throw HandOver.toOriginal();
        }
        return switch (stripped) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** @param precision significant digits; 0 for all */
    static String format(double number, int precision) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        var decimal = new BigDecimal(DoubleToDecimal.toString(number));
        if (precision > 0) {
            decimal = decimal.round(new MathContext(precision, RoundingMode.HALF_UP));
        }
        if (decimal.signum() == 0) {
            return "0";
        }
        decimal = decimal.stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        return exponent < SMALLEST_EXPONENT || exponent >= LARGEST_EXPONENT
                ? exponential(decimal, exponent)
                : decimal.toPlainString();
    }

    private static String exponential(BigDecimal decimal, int exponent) {
        var digits = decimal.unscaledValue().abs().toString();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        var sign = decimal.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** In double quotes, with what would end them escaped. */
    static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            int known = "\"\\\b\f\n\r\t".indexOf(text.charAt(i));
            if (known >= 0) {
                quoted.append('\\').append("\"\\bfnrt".charAt(known));
            } else {
                quoted.append(text.charAt(i));
            }
        }
        return quoted.append('"').toString();
    }
}
