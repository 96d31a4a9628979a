package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers as text and text as numbers. */
final class NumberFormatFunctions {
    private static final double FIRST_EXPONENT_FORM = 1e21;
    private static final int MAX_DECIMALS = 100;
    private static final Pattern LEADING_JUNK = Pattern.compile("\\A[^0-9-]{0,3}");
    private static final Pattern TRAILING_JUNK = Pattern.compile("[^0-9]{0,3}\\z");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+\\z)");

    private NumberFormatFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("TEXT", NumberFormatFunctions::text);
        functions.put("FIXED", args -> fixed(args.get(0), args.or(1, 2.0), Coercion.truthy(args.or(2, false))));
        functions.put("VALUE", NumberFormatFunctions::value);
        functions.put("NUMBERVALUE", NumberFormatFunctions::numberValue);
    }

    private static Object text(Arguments args) {
        Object value = args.get(0);
        Object format = args.get(1);
        if (value == UNDEFINED || Arguments.firstError(value, format) != null) {
            return FormulaError.NA;
        }
        if (value instanceof JsDate date && !date.invalid()) {
            return date.isoText().substring(0, 10);
        }
        if (Undefined.isNullish(format)) {
            return "";
        }
        if (format instanceof Double number) {
            return NumberText.of(number);
        }
        return format instanceof String pattern ? patterned(value, pattern) : FormulaError.VALUE;
    }

    private static String patterned(Object value, String format) {
        String currency = format.startsWith("$") ? "$" : "";
        boolean percent = format.endsWith("%");
        String plain = format.replace("%", "").replace("$", "");
        Object number = percent ? (Object) (Coercion.number(value) * 100) : value;
        if (!(fixed(number, (double) zerosAfterPoint(plain), !plain.contains(",")) instanceof String text)) {
            throw NotNative.SIGNAL;
        }
        String signed = text.startsWith("-") ? "-" + currency + text.substring(1) : currency + text;
        return percent ? signed + "%" : signed;
    }

    private static int zerosAfterPoint(String format) {
        int point = format.indexOf('.');
        if (point < 0) {
            return 0;
        }
        int second = format.indexOf('.', point + 1);
        String decimals = format.substring(point + 1, second < 0 ? format.length() : second);
        int zeros = (int) decimals.chars().filter(c -> c == '0').count();
        if (zeros == 0) {
            throw NotNative.SIGNAL;
        }
        return zeros;
    }

    private static Object fixed(Object value, Object decimals, boolean noCommas) {
        boolean numbers = Parsing.number(value) instanceof Double number
                && !number.isNaN()
                && Parsing.number(decimals) instanceof Double places
                && !places.isNaN();
        if (!numbers) {
            return FormulaError.VALUE;
        }
        String text = rounded((Double) Parsing.number(value), (Double) Parsing.number(decimals));
        return noCommas ? text : grouped(text);
    }

    private static String rounded(double number, double decimals) {
        if (decimals >= 0) {
            return toFixed(number, decimals);
        }
        double factor = StrictMath.pow(10, -decimals);
        return NumberText.of(Rounding.round(number / factor) * factor);
    }

    /** {@code Number.prototype.toFixed}: the exact binary value decides, halves go away from zero. */
    static String toFixed(double number, double decimals) {
        boolean plain = Math.abs(number) < FIRST_EXPONENT_FORM && decimals >= 0 && decimals <= MAX_DECIMALS;
        if (!plain) {
            throw NotNative.SIGNAL;
        }
        String text = new BigDecimal(Math.abs(number))
                .setScale((int) decimals, RoundingMode.HALF_UP)
                .toPlainString();
        return number < 0 ? "-" + text : text;
    }

    private static String grouped(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return THOUSANDS.matcher(whole).replaceAll(",") + text.substring(whole.length());
    }

    private static Object value(Arguments args) {
        Object given = args.get(0);
        if (given instanceof FormulaError || given instanceof Double) {
            return given;
        }
        if (!Undefined.isNullish(given) && !(given instanceof String)) {
            return FormulaError.VALUE;
        }
        String text = given instanceof String string ? string : "";
        boolean percent = text.endsWith("%") || text.startsWith("%");
        String stripped = LEADING_JUNK.matcher(text).replaceFirst("");
        stripped = TRAILING_JUNK
                .matcher(stripped)
                .replaceFirst("")
                .replace(" ", "")
                .replace(",", "");
        double number = NumberText.toNumber(stripped);
        if (Double.isNaN(number)) {
            return FormulaError.VALUE;
        }
        return percent ? number * 0.01 : number;
    }

    private static Object numberValue(Arguments args) {
        Object given = Undefined.isNullish(args.get(0)) ? "" : args.get(0);
        if (given instanceof Double) {
            return given;
        }
        if (!(given instanceof String text)) {
            return FormulaError.NA;
        }
        String decimal = TextFunctions.string(args.or(1, "."));
        String group = TextFunctions.string(args.or(2, ","));
        return NumberText.toNumber(replaceFirst(replaceFirst(text, decimal, "."), group, ""));
    }

    static String replaceFirst(String text, String old, String fresh) {
        int found = text.indexOf(old);
        return found < 0 ? text : text.substring(0, found) + fresh + text.substring(found + old.length());
    }
}
