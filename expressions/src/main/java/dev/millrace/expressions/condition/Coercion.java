package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.JsText;
import java.math.BigDecimal;
import java.math.BigInteger;

/** JavaScript's conversions of JSON values, where comparing loosely needs them. */
final class Coercion {
    /** Reading a number exactly takes time that grows with the square of its length. */
    private static final int MAX_EXACT_DIGITS = 400;

    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int BINARY = 2;

    private Coercion() {}

    /** False, 0, NaN, the empty text, null and undefined are false; arrays and objects are true, empty ones too. */
    static boolean toBoolean(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0 && !Double.isNaN(value.doubleValue());
            case STRING -> !value.textValue().isEmpty();
            default -> true;
        };
    }

    /** Null for NaN: undefined, and texts that are no number. */
    static BigDecimal toNumber(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> BigDecimal.ZERO;
            case BOOLEAN -> value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
            case NUMBER -> exact(value);
            case STRING -> toNumber(value.textValue());
            case ARRAY, OBJECT -> toNumber(JsText.of(value));
            default -> null;
        };
    }

    private static BigDecimal exact(JsonNode number) {
        boolean finite = number.isIntegralNumber() || Double.isFinite(number.doubleValue());
        return finite ? number.decimalValue() : null;
    }

    private static BigDecimal toNumber(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return BigDecimal.ZERO;
        }
        try {
            return radix(digits) == 0
                    ? decimal(digits)
                    : new BigDecimal(new BigInteger(digits.substring(2), radix(digits)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal decimal(String digits) {
        double value = Double.parseDouble(digits);
        boolean javaOnly = Character.isLetter(digits.charAt(digits.length() - 1));
        if (javaOnly || !Double.isFinite(value)) {
            return null;
        }
        return digits.length() > MAX_EXACT_DIGITS ? new BigDecimal(value) : new BigDecimal(digits);
    }

    private static int radix(String digits) {
        String prefix = digits.length() > 2 ? digits.substring(0, 2) : "";
        return switch (prefix) {
            case "0x", "0X" -> HEX;
            case "0o", "0O" -> OCTAL;
            case "0b", "0B" -> BINARY;
            default -> 0;
        };
    }
}
