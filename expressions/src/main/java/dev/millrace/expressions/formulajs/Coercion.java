package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.List;
import java.util.Map;

/** ECMAScript's conversions between kinds of values (ToBoolean, ToNumber, ToString, ToInt32, ToIntegerOrInfinity). */
final class Coercion {
    private static final double TWO_32 = 4294967296.0;

    private Coercion() {}

    static boolean truthy(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Double number) {
            return number != 0 && !number.isNaN();
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        return !Undefined.isNullish(value);
    }

    static double number(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof String text) {
            return NumberText.toNumber(text);
        }
        if (value == null) {
            return 0;
        }
        if (value instanceof JsDate date) {
            return date.millis();
        }
        return value instanceof List ? NumberText.toNumber(text(value)) : Double.NaN;
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Double number) {
            return NumberText.of(number);
        }
        if (value instanceof Boolean || value == null) {
            return String.valueOf(value);
        }
        if (value == UNDEFINED) {
            return "undefined";
        }
        if (value instanceof List<?> list) {
            return join(list, ",");
        }
        return objectText(value);
    }

    private static String objectText(Object value) {
        if (value instanceof FormulaError error) {
            return "Error: " + error.code();
        }
        // An own toString could be called; a date's text names its time zone in words; a function's text is its source.
        boolean plain = value instanceof Map<?, ?> map && !map.containsKey("toString") && !map.containsKey("valueOf");
        if (!plain) {
            throw NotNative.SIGNAL;
        }
        return "[object Object]";
    }

    /** {@code Array.prototype.join}: null and undefined leave nothing. */
    static String join(List<?> list, String separator) {
        var out = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            out.append(i > 0 ? separator : "");
            Object element = list.get(i);
            out.append(Undefined.isNullish(element) ? "" : text(element));
            Limits.checkText(out.length());
        }
        return out.toString();
    }

    /** What {@code +} and comparisons work on: text, number, boolean, null or undefined. */
    static Object primitive(Object value) {
        boolean object = value instanceof List || value instanceof Map || value instanceof FormulaError;
        if (object) {
            return text(value);
        }
        if (value instanceof Callback) {
            throw NotNative.SIGNAL;
        }
        return value;
    }

    static int int32(Object value) {
        double number = number(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return 0;
        }
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        return (int) (long) (whole % TWO_32);
    }

    /** Towards zero; NaN is 0. Infinite values stay so that clamping works. */
    static double integer(Object value) {
        double number = number(value);
        if (Double.isNaN(number)) {
            return 0;
        }
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    static boolean isNaN(Object value) {
        return value == UNDEFINED || Double.isNaN(number(value));
    }
}
