package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods of text. */
final class TextMethods {
    private TextMethods() {}

    static void addTo(Map<String, Methods.Method<String>> methods) {
        methods.put("toUpperCase", (text, args) -> text.toUpperCase(Locale.ROOT));
        methods.put("toLowerCase", (text, args) -> text.toLowerCase(Locale.ROOT));
        methods.put("trim", (text, args) -> Whitespace.trim(text));
        methods.put("trimStart", (text, args) -> Whitespace.trimStart(text));
        methods.put("trimEnd", (text, args) -> Whitespace.trimEnd(text));
        methods.put("toString", (text, args) -> text);
        methods.put("includes", (text, args) -> text.indexOf(sought(args), start(text, args)) >= 0);
        methods.put("startsWith", (text, args) -> text.startsWith(sought(args), start(text, args)));
        methods.put("endsWith", TextMethods::endsWith);
        methods.put("indexOf", (text, args) -> (double) text.indexOf(sought(args), start(text, args)));
        methods.put("charAt", (text, args) -> character(text, Coercion.integer(args.get(0)), ""));
        methods.put("at", TextMethods::at);
        methods.put("charCodeAt", TextMethods::charCode);
        methods.put("slice", TextMethods::slice);
        methods.put("substring", TextMethods::substring);
        methods.put("substr", TextMethods::substr);
        methods.put("concat", TextMethods::concat);
        methods.put("repeat", TextMethods::repeat);
        methods.put("padStart", (text, args) -> padding(text, args) + text);
        methods.put("padEnd", (text, args) -> text + padding(text, args));
        methods.put(
                "replace",
                (text, args) -> replaced(args, (old, fresh) -> NumberFormatFunctions.replaceFirst(text, old, fresh)));
        methods.put("replaceAll", (text, args) -> replaced(args, (old, fresh) -> text.replace(old, fresh)));
        methods.put("split", TextMethods::split);
    }

    private interface Replacement {
        String of(String old, String fresh);
    }

    private static String sought(Arguments args) {
        return Coercion.text(args.get(0));
    }

    private static int start(String text, Arguments args) {
        return args.get(1) == UNDEFINED ? 0 : TextFunctions.clamp(args.get(1), text.length());
    }

    private static Object endsWith(String text, Arguments args) {
        return text.substring(0, TextFunctions.clamp(args.get(1), text.length()))
                .endsWith(sought(args));
    }

    private static Object character(String text, double position, Object whenOutside) {
        boolean inside = position >= 0 && position < text.length();
        return inside ? text.substring((int) position, (int) position + 1) : whenOutside;
    }

    private static Object at(String text, Arguments args) {
        double position = Coercion.integer(args.get(0));
        return character(text, position < 0 ? text.length() + position : position, UNDEFINED);
    }

    private static Object charCode(String text, Arguments args) {
        return character(text, Coercion.integer(args.get(0)), "") instanceof String one && !one.isEmpty()
                ? (Object) (double) one.charAt(0)
                : Double.NaN;
    }

    /** Where a slice begins or ends: negative positions count from the end. */
    static int relative(Object position, int whenUndefined, int length) {
        if (position == UNDEFINED) {
            return whenUndefined;
        }
        double whole = Coercion.integer(position);
        return TextFunctions.clamp(whole < 0 ? length + whole : whole, length);
    }

    private static Object slice(String text, Arguments args) {
        int from = relative(args.get(0), 0, text.length());
        int to = relative(args.get(1), text.length(), text.length());
        return from < to ? text.substring(from, to) : "";
    }

    private static Object substring(String text, Arguments args) {
        int from = args.get(0) == UNDEFINED ? 0 : TextFunctions.clamp(args.get(0), text.length());
        int to = TextFunctions.clamp(args.get(1), text.length());
        return text.substring(Math.min(from, to), Math.max(from, to));
    }

    private static Object substr(String text, Arguments args) {
        int from = relative(args.get(0), 0, text.length());
        String rest = text.substring(from);
        return rest.substring(0, TextFunctions.clamp(args.get(1), rest.length()));
    }

    private static Object concat(String text, Arguments args) {
        Object joined = text;
        for (Object value : args.values()) {
            joined = Operators.add(joined, Coercion.text(value));
        }
        return joined;
    }

    private static Object repeat(String text, Arguments args) {
        double times = Coercion.integer(args.get(0));
        if (times < 0 || Double.isInfinite(times)) {
            throw NotNative.SIGNAL;
        }
        Limits.checkText(times * Math.max(1, text.length()));
        return text.repeat((int) times);
    }

    private static String padding(String text, Arguments args) {
        double missing = Coercion.integer(args.get(0)) - text.length();
        String filler = args.get(1) == UNDEFINED ? " " : Coercion.text(args.get(1));
        if (missing <= 0 || filler.isEmpty()) {
            return "";
        }
        Limits.checkText(missing);
        return filler.repeat((int) missing / filler.length() + 1).substring(0, (int) missing);
    }

    /** Patterns and functions, and replacements with {@code $} in them, are the original's. */
    private static Object replaced(Arguments args, Replacement replacement) {
        String old = TextFunctions.string(args.get(0));
        String fresh = TextFunctions.string(args.get(1));
        if (old.isEmpty() || fresh.indexOf('$') >= 0) {
            throw NotNative.SIGNAL;
        }
        return replacement.of(old, fresh);
    }

    private static Object split(String text, Arguments args) {
        if (args.count() != 1 || !(args.get(0) instanceof String separator) || separator.isEmpty()) {
            throw NotNative.SIGNAL;
        }
        List<Object> parts = new ArrayList<>();
        int start = 0;
        for (int found = text.indexOf(separator); found >= 0; found = text.indexOf(separator, start)) {
            parts.add(text.substring(start, found));
            start = found + separator.length();
        }
        parts.add(text.substring(start));
        return parts;
    }
}
