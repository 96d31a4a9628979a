package dev.millrace.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.StringJoiner;

/**
 * JSON values as JavaScript writes them into a text ({@code String(value)}), because templates and definitions were written
 * with JavaScript's results in view: {@code 5} not {@code 5.0}, arrays joined by commas, objects as
 * {@code [object Object]}. Null and undefined are empty, as templates have it.
 */
public final class JsText {
    private static final String OBJECT = "[object Object]";

    /** From here on JavaScript writes a number with an exponent. */
    private static final int FIRST_EXPONENT = 21;

    /** Down to here JavaScript writes a small number without an exponent. */
    private static final int LAST_PLAIN_EXPONENT = -6;

    /** Doubles below hold every whole number exactly. */
    private static final double EXACT_WHOLE = 1L << 53;

    private JsText() {}

    public static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "";
            case NUMBER -> number(value);
            case ARRAY -> joined(value);
            case OBJECT, POJO -> OBJECT;
            default -> value.asText();
        };
    }

    /** A number as JavaScript writes it; whole numbers beyond 2^53 keep their digits, which JavaScript loses. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        boolean plain = exponent >= LAST_PLAIN_EXPONENT && exponent < FIRST_EXPONENT;
        return plain ? decimal.toPlainString() : scientific(decimal, exponent);
    }

    private static String number(JsonNode value) {
        return value.isIntegralNumber() ? value.asText() : number(value.doubleValue());
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        String digits = decimal.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (decimal.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    private static String joined(JsonNode array) {
        var joined = new StringJoiner(",");
        array.forEach(element -> joined.add(of(element)));
        return joined.toString();
    }
}
