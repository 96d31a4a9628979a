package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.util.Locale;
import java.util.Map;

/** Parts of text: taking, finding and replacing them. */
final class SubtextFunctions {
    private SubtextFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("LEFT", SubtextFunctions::left);
        functions.put("RIGHT", SubtextFunctions::right);
        functions.put("MID", SubtextFunctions::mid);
        functions.put("FIND", SubtextFunctions::find);
        functions.put("SEARCH", SubtextFunctions::search);
        functions.put("REPLACE", SubtextFunctions::replace);
        functions.put("SUBSTITUTE", SubtextFunctions::substitute);
    }

    private static Object left(Arguments args) {
        FormulaError error = Arguments.firstError(args.get(0), args.get(1));
        if (error != null) {
            return error;
        }
        String text = (String) Parsing.text(args.get(0));
        Object count = Parsing.number(args.or(1, 1.0));
        return count instanceof Double
                ? text.substring(0, TextFunctions.clamp(count, text.length()))
                : FormulaError.VALUE;
    }

    private static Object right(Arguments args) {
        FormulaError error = Arguments.firstError(args.get(0), args.get(1));
        if (error != null) {
            return error;
        }
        String text = (String) Parsing.text(args.get(0));
        Object count = Parsing.number(args.or(1, 1.0));
        if (!(count instanceof Double number)) {
            return count;
        }
        return text.substring(TextFunctions.clamp(text.length() - number, text.length()));
    }

    /** Where the original has nothing to take from, or no start that is a number, it answers the count. */
    private static Object mid(Arguments args) {
        if (Undefined.isNullish(args.get(1))) {
            return FormulaError.VALUE;
        }
        Object start = Parsing.number(args.get(1));
        Object count = Parsing.number(args.get(2));
        boolean valid = args.get(0) instanceof String && Arguments.firstError(start, count) == null;
        if (!valid) {
            return count;
        }
        double begin = (Double) start - 1;
        return between((String) args.get(0), begin, begin + (Double) count);
    }

    private static String between(String text, double begin, double end) {
        int from = TextFunctions.clamp(begin, text.length());
        int to = TextFunctions.clamp(end, text.length());
        return text.substring(Math.min(from, to), Math.max(from, to));
    }

    private static Object find(Arguments args) {
        if (args.count() < 2) {
            return FormulaError.NA;
        }
        if (Arguments.firstError(args.get(0), args.get(1)) != null) {
            throw NotNative.SIGNAL;
        }
        return position((String) Parsing.text(args.get(0)), (String) Parsing.text(args.get(1)), args.get(2));
    }

    private static Object search(Arguments args) {
        boolean texts = args.get(0) instanceof String && args.get(1) instanceof String;
        if (!texts) {
            return FormulaError.VALUE;
        }
        String sought = ((String) args.get(0)).toLowerCase(Locale.ROOT);
        return position(sought, ((String) args.get(1)).toLowerCase(Locale.ROOT), args.get(2));
    }

    private static Object position(String sought, String text, Object start) {
        double from = start == UNDEFINED ? -1 : Coercion.number(start) - 1;
        int found = text.indexOf(sought, TextFunctions.clamp(from, text.length()));
        return found < 0 ? FormulaError.VALUE : (Object) (found + 1.0);
    }

    private static Object replace(Arguments args) {
        boolean valid = args.get(0) instanceof String
                && args.get(3) instanceof String
                && Parsing.number(args.get(1)) instanceof Double
                && Parsing.number(args.get(2)) instanceof Double;
        if (!valid) {
            return FormulaError.VALUE;
        }
        String text = (String) args.get(0);
        double kept = (Double) Parsing.number(args.get(1)) - 1;
        double rest = kept + (Double) Parsing.number(args.get(2));
        return text.substring(0, TextFunctions.clamp(kept, text.length())) + args.get(3) + fromOrBackwards(text, rest);
    }

    /** {@code substr(start)}: a negative start counts from the end. */
    private static String fromOrBackwards(String text, double start) {
        double from = Coercion.integer(start);
        return text.substring(TextFunctions.clamp(from < 0 ? text.length() + from : from, text.length()));
    }

    private static Object substitute(Arguments args) {
        if (args.count() < 3) {
            return FormulaError.NA;
        }
        if (!Coercion.truthy(args.get(0)) || !Coercion.truthy(args.get(1))) {
            return args.get(0);
        }
        String text = TextFunctions.string(args.get(0));
        String old = TextFunctions.string(args.get(1));
        String fresh = TextFunctions.string(args.get(2));
        return args.get(3) == UNDEFINED ? text.replace(old, fresh) : substituteOne(text, old, fresh, args.get(3));
    }

    /** As the original counts: occurrence 1 is looked for behind the first character. */
    private static Object substituteOne(String text, String old, String fresh, Object instance) {
        double wanted = Math.floor(Coercion.number(instance));
        if (Double.isNaN(wanted) || instance == UNDEFINED || wanted <= 0) {
            return FormulaError.VALUE;
        }
        int index = 0;
        int seen = 0;
        while (index > -1 && text.indexOf(old, index) > -1) {
            index = text.indexOf(old, index + 1);
            seen++;
            if (index > -1 && seen == wanted) {
                return text.substring(0, index) + fresh + text.substring(index + old.length());
            }
        }
        return text;
    }
}
