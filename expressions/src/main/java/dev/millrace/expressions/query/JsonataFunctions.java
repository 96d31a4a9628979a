package dev.millrace.expressions.query;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions that stand in for the library's own: those that can make much out of little, those that match texts, and those whose
 * answer would be another one the next time.
 */
final class JsonataFunctions {
    static final Map<String, JFunction> ALL = all();

    private static final int LONGEST_PADDING = 1_000_000;

    private JsonataFunctions() {}

    private static Map<String, JFunction> all() {
        var all = new HashMap<String, JFunction>();
        all.put("now", function("<s?s?:s>", args -> now(text(args, 0), text(args, 1))));
        all.put("millis", function("<:n>", args -> JsonataRun.millis()));
        all.put("random", function("<:n>", args -> JsonataRun.random().nextDouble()));
        all.put("shuffle", function("<a:a>", args -> shuffled(list(args, 0))));
        all.put("eval", function("<sx?:x>", args -> {
            throw new LimitExceeded(
                    "Expected a JSONata query to be written in the node, but $eval would take it from a value");
        }));
        all.put("pad", function("<s-ns?:s>", args -> padded(text(args, 0), number(args, 1), text(args, 2))));
        all.put("join", function("<a<s>s?:s>", args -> joined(list(args, 0), text(args, 1))));
        all.put("string", function("<x-b?:s>", args -> written(at(args, 0), at(args, 1))));
        all.put("clone", function("<(oa)-:o>", args -> copied(at(args, 0))));
        all.putAll(JsonataMatching.ALL);
        return Map.copyOf(all);
    }

    /** May throw anything: the library that calls it takes it. */
    interface Body {
        Object of(List<?> arguments) throws Throwable;
    }

    static JFunction function(String signature, Body body) {
        JFunctionCallable callable = (input, arguments) -> body.of((List<?>) arguments);
        return new JFunction(callable, signature);
    }

    static Object at(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    static String text(List<?> arguments, int index) {
        return (String) at(arguments, index);
    }

    static Number number(List<?> arguments, int index) {
        return (Number) at(arguments, index);
    }

    private static List<?> list(List<?> arguments, int index) {
        return (List<?>) at(arguments, index);
    }

    private static String now(String picture, String timezone) {
        return Functions.dateTimeFromMillis(JsonataRun.millis(), picture, timezone);
    }

    private static List<?> shuffled(List<?> list) {
        if (list == null) {
            return null;
        }
        var shuffled = new ArrayList<Object>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = JsonataRun.random().nextInt(i + 1);
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        return shuffled;
    }

    private static String padded(String text, Number width, String fill) {
        if (width != null && Math.abs(width.doubleValue()) > LONGEST_PADDING) {
            throw new LimitExceeded("Expected $pad to fill up to at most %,d characters, but it is asked for %s"
                    .formatted(LONGEST_PADDING, width));
        }
        return Functions.pad(text, width, fill);
    }

    private static String joined(List<?> texts, String separator) {
        if (texts == null) {
            return null;
        }
        String between = separator == null ? "" : separator;
        long characters = 0;
        for (Object text : texts) {
            characters += between.length() + ((String) text).length();
        }
        Budget.current().spendText(characters);
        var parts = new ArrayList<String>(texts.size());
        texts.forEach(text -> parts.add((String) text));
        return String.join(between, parts);
    }

    private static String written(Object value, Object pretty) {
        JsonataValues.weigh(value);
        return Functions.string(value, (Boolean) pretty);
    }

    private static Object copied(Object value) {
        JsonataValues.weigh(value);
        return Functions.functionClone(value);
    }
}
