package dev.millrace.expressions.formulajs;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How formula functions read their arguments: parseNumber, parseString, parseBool, parseDate of the original. */
final class Parsing {
    private static final double LAST_SERIAL = 2958466;
    private static final int UNIX_EPOCH_SERIAL = 25569;
    private static final int LEAP_BUG_SERIAL = 60;

    private Parsing() {}

    /** A Double or an error: nothing is 0, text must be a number. */
    static Object number(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() ? FormulaError.VALUE : number;
        }
        if (value instanceof FormulaError) {
            return value;
        }
        if (Undefined.isNullish(value)) {
            return 0.0;
        }
        if (value instanceof Boolean bool) {
            return bool ? 1.0 : 0.0;
        }
        return value instanceof String text ? textNumber(text) : objectNumber(value);
    }

    private static Object textNumber(String text) {
        double number = text.isEmpty() ? Double.NaN : NumberText.toNumber(text);
        if (Double.isNaN(number)) {
            return FormulaError.VALUE;
        }
        // parseFloat, not Number, reads it in the end: hexadecimal text gives 0, and blanks NaN, which functions take
        // badly.
        double read = NumberText.parseFloat(text);
        if (Double.isNaN(read)) {
            throw NotNative.SIGNAL;
        }
        return read;
    }

    private static Object objectNumber(Object value) {
        if (value instanceof Map) {
            return FormulaError.VALUE;
        }
        if (value instanceof JsDate date && date.invalid()) {
            return FormulaError.VALUE;
        }
        throw NotNative.SIGNAL;
    }

    /** A list of Doubles, or the error that the last faulty element (the original reads backwards) gives. */
    static Object numbers(List<Object> values) {
        if (values.isEmpty()) {
            return FormulaError.VALUE;
        }
        var numbers = new ArrayList<Object>(values);
        for (int i = values.size() - 1; i >= 0; i--) {
            Object number = number(values.get(i));
            if (number instanceof FormulaError) {
                return number;
            }
            numbers.set(i, number);
        }
        return numbers;
    }

    /** A String or an error. */
    static Object text(Object value) {
        if (value instanceof FormulaError) {
            return value;
        }
        return Undefined.isNullish(value) ? "" : Coercion.text(value);
    }

    /** A Boolean or an error. */
    static Object bool(Object value) {
        if (value instanceof Boolean || value instanceof FormulaError) {
            return value;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof String text) {
            return text.equalsIgnoreCase("TRUE")
                    ? (Object) true
                    : text.equalsIgnoreCase("FALSE") ? false : FormulaError.VALUE;
        }
        return value instanceof JsDate date && !date.invalid() ? (Object) true : FormulaError.VALUE;
    }

    /** A {@link JsDate}, maybe an invalid one, or an error. */
    static Object date(Object value, ZoneId zone) {
        if (value instanceof JsDate date) {
            return date.invalid() ? FormulaError.VALUE : date;
        }
        if (value instanceof String text) {
            double serial = NumberText.toNumber(text);
            return Double.isNaN(serial)
                    ? DateText.parseForFormula(text, zone)
                    : serial(NumberText.parseFloat(text), zone);
        }
        if (value instanceof Double number) {
            return number.isNaN() ? FormulaError.VALUE : serial(number, zone);
        }
        if (value == null || value instanceof Boolean) {
            return new JsDate(Double.NaN);
        }
        if (value instanceof List) {
            throw NotNative.SIGNAL;
        }
        return FormulaError.VALUE;
    }

    private static Object serial(double number, ZoneId zone) {
        if (number < 0 || number >= LAST_SERIAL) {
            return FormulaError.NUM;
        }
        if (Double.isNaN(number)) {
            return new JsDate(Double.NaN);
        }
        double serial = number < LEAP_BUG_SERIAL ? number + 1 : number;
        var day = java.time.LocalDate.ofEpochDay((long) Math.floor(serial - UNIX_EPOCH_SERIAL));
        // The spreadsheets' calendar has a 29 February 1900.
        boolean leapBug = serial >= LEAP_BUG_SERIAL && serial < LEAP_BUG_SERIAL + 1;
        double fraction = serial - Math.floor(serial) + 0.0000001;
        double seconds = Math.floor(86400 * fraction);
        return JsDate.ofFields(
                day.getYear(),
                leapBug ? 1 : day.getMonthValue() - 1,
                leapBug ? 29 : day.getDayOfMonth(),
                0,
                0,
                seconds,
                zone);
    }
}
