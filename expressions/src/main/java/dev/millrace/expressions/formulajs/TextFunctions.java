package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Joining, casing, comparing and counting text. */
final class TextFunctions {
    private TextFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("CONCATENATE", TextFunctions::concatenate);
        functions.put("CONCAT", TextFunctions::concatenate);
        functions.put("TEXTJOIN", TextFunctions::textJoin);
        functions.put("EXACT", TextFunctions::exact);
        functions.put("LEN", TextFunctions::len);
        functions.put("UPPER", args -> mapped(args.get(0), text -> text.toUpperCase(Locale.ROOT)));
        functions.put("LOWER", TextFunctions::lower);
        functions.put("TRIM", args -> mapped(args.get(0), Whitespace::collapse));
        functions.put("PROPER", TextFunctions::proper);
        functions.put("REPT", TextFunctions::rept);
        functions.put("T", TextFunctions::t);
        functions.put("CHAR", TextFunctions::character);
        functions.put("UNICHAR", TextFunctions::character);
        functions.put("CODE", TextFunctions::code);
        functions.put("UNICODE", TextFunctions::code);
    }

    private static Object concatenate(Arguments args) {
        List<Object> parts = args.flat();
        FormulaError error = Arguments.firstError(parts);
        if (error != null) {
            return error;
        }
        parts.replaceAll(part -> part instanceof Boolean bool ? (bool ? "TRUE" : "FALSE") : part);
        return Coercion.join(parts, "");
    }

    private static Object textJoin(Arguments args) {
        if (args.count() < 3) {
            return FormulaError.NA;
        }
        var parts = new ArrayList<>(args.flat(2));
        if (ignoresEmpty(args.get(1))) {
            parts.removeIf(part -> !Coercion.truthy(part));
        }
        if (args.get(0) instanceof List<?>) {
            return joinInTurn(parts, Arguments.flatten(args.get(0)));
        }
        return Coercion.join(parts, Undefined.isNullish(args.get(0)) ? "" : Coercion.text(args.get(0)));
    }

    private static boolean ignoresEmpty(Object flag) {
        // An error value is an object and so counts as true.
        return !Boolean.FALSE.equals(Parsing.bool(flag));
    }

    /** Several delimiters take turns. */
    private static String joinInTurn(List<Object> parts, List<Object> delimiters) {
        var all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(parts.get(i));
            boolean between = i < parts.size() - 1 && !delimiters.isEmpty();
            all.add(between ? delimiters.get(i % delimiters.size()) : null);
        }
        return Coercion.join(all, "");
    }

    private static Object exact(Arguments args) {
        if (args.count() != 2) {
            return FormulaError.NA;
        }
        FormulaError error = Arguments.firstError(args.get(0), args.get(1));
        return error != null ? error : (Object) Parsing.text(args.get(0)).equals(Parsing.text(args.get(1)));
    }

    private static Object len(Arguments args) {
        if (args.count() == 0) {
            return FormulaError.ERROR;
        }
        if (args.get(0) instanceof List) {
            return FormulaError.VALUE;
        }
        return Parsing.text(args.get(0)) instanceof String text ? (Object) (double) text.length() : args.get(0);
    }

    private static Object lower(Arguments args) {
        return args.count() == 1 ? mapped(args.get(0), text -> text.toLowerCase(Locale.ROOT)) : FormulaError.VALUE;
    }

    private static Object mapped(Object value, UnaryOperator<String> change) {
        Object text = Parsing.text(value);
        return text instanceof String plain ? change.apply(plain) : text;
    }

    private static Object proper(Arguments args) {
        boolean notANumber = args.get(0) instanceof Double number && number.isNaN();
        return notANumber ? FormulaError.VALUE : mapped(args.get(0), TextFunctions::capitalised);
    }

    /** A word starts at an ASCII letter, digit or underscore and lasts until the next blank. */
    private static String capitalised(String text) {
        var out = new StringBuilder(text.length());
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            char c = text.charAt(i);
            if (inWord && !Whitespace.is(c)) {
                inWord = true;
                int end = wordEnd(text, i);
                out.append(text.substring(i, end).toLowerCase(Locale.ROOT));
                i = end - 1;
            } else {
                inWord = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
                out.append(inWord ? letter.toUpperCase(Locale.ROOT) : letter);
            }
        }
        return out.toString();
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !Whitespace.is(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Object rept(Arguments args) {
        FormulaError error = Arguments.firstError(args.get(0), args.get(1));
        if (error != null) {
            return error;
        }
        Object times = Parsing.number(args.get(1));
        if (!(times instanceof Double number)) {
            return times;
        }
        String text = (String) Parsing.text(args.get(0));
        if (number < -1 || number.isInfinite() || number != Math.rint(number)) {
            throw NotNative.SIGNAL;
        }
        Limits.checkText(number * Math.max(1, text.length()));
        return text.repeat(Math.max(0, number.intValue()));
    }

    private static Object t(Arguments args) {
        Object value = args.get(0);
        return value instanceof FormulaError || value instanceof String ? value : "";
    }

    private static Object character(Arguments args) {
        Object number = Parsing.number(args.get(0));
        if (!(number instanceof Double code)) {
            return number;
        }
        return code == 0 ? FormulaError.VALUE : (Object) String.valueOf((char) Coercion.int32(code));
    }

    private static Object code(Arguments args) {
        Object value = args.get(0);
        if (value instanceof FormulaError) {
            return value;
        }
        if (!Coercion.truthy(value)) {
            return FormulaError.VALUE;
        }
        return (double) string(value).charAt(0);
    }

    /** Where the original calls a text method: on anything else it would throw, in its own words. */
    static String string(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw NotNative.SIGNAL;
    }

    /** A position as JavaScript's text methods take it: whole, at least 0, at most the length. */
    static int clamp(Object position, int length) {
        return position == UNDEFINED ? length : (int) Math.min(Math.max(Coercion.integer(position), 0), length);
    }
}
