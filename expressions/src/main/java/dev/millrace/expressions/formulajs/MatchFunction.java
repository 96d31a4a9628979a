package dev.millrace.expressions.formulajs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** MATCH: the position of a value in a list, exactly (with wildcards) or the nearest below or above. */
final class MatchFunction {
    /** Characters that the original hands to its regular expressions unescaped. */
    private static final Pattern UNESCAPED = Pattern.compile("[\\^$|{}\\\\~]");

    private static final String ANY = "[^\\n\\r\\u2028\\u2029]";

    private MatchFunction() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("MATCH", MatchFunction::match);
    }

    private static Object match(Arguments args) {
        Object sought = args.get(0);
        boolean given =
                (Coercion.truthy(sought) || Operators.strictEquals(sought, 0.0)) && Coercion.truthy(args.get(1));
        if (!given) {
            return FormulaError.NA;
        }
        Object type = args.count() == 2 ? (Object) 1.0 : args.get(2);
        List<Object> list = Arguments.flatten(args.get(1));
        if (Operators.strictEquals(type, 0.0)) {
            return exact(sought, list);
        }
        boolean below = Operators.strictEquals(type, 1.0);
        return below || Operators.strictEquals(type, -1.0) ? nearest(sought, list, below) : FormulaError.NA;
    }

    private static Object exact(Object sought, List<Object> list) {
        Pattern pattern = sought instanceof String text ? pattern(text.toLowerCase(Locale.ROOT)) : null;
        for (int i = 0; i < list.size(); i++) {
            boolean texts = pattern != null && list.get(i) instanceof String;
            boolean found = texts
                    ? pattern.matcher(((String) list.get(i)).toLowerCase(Locale.ROOT))
                            .matches()
                    : Operators.strictEquals(list.get(i), sought);
            if (found) {
                return i + 1.0;
            }
        }
        return FormulaError.NA;
    }

    private static Pattern pattern(String sought) {
        if (UNESCAPED.matcher(sought).find()) {
            throw NotNative.SIGNAL;
        }
        var regex = new StringBuilder();
        sought.chars()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '?', '.' -> ANY;
                            case '*' -> ANY + "*";
                            default -> Pattern.quote(String.valueOf((char) c));
                        }));
        return Pattern.compile(regex.toString());
    }

    private static Object nearest(Object sought, List<Object> list, boolean below) {
        Object best = null;
        double position = 0;
        for (int i = 0; i < list.size(); i++) {
            Object value = list.get(i);
            if (Operators.strictEquals(value, sought)) {
                return i + 1.0;
            }
            boolean candidate = below ? Operators.less(value, sought) : Operators.greater(value, sought);
            boolean better = candidate
                    && (!Coercion.truthy(best)
                            || (below ? Operators.greater(value, best) : Operators.less(value, best)));
            if (better) {
                best = value;
                position = i + 1.0;
            }
        }
        return position == 0 ? FormulaError.NA : (Object) position;
    }
}
