package dev.millrace.expressions.query;

import com.dashjoin.jsonata.Jsonata.Fn0;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.millrace.expressions.text.LinearPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A regular expression that takes time in proportion to the text, as JSONata has them: a function from a text to its first match. */
final class LinearRegex extends JFunction {
    private static final String SIGNATURE = "<s:o>";

    private final Pattern pattern;

    private LinearRegex(Pattern pattern) {
        super((input, arguments) -> first(pattern, arguments), SIGNATURE);
        this.pattern = pattern;
    }

    /** @throws com.google.re2j.PatternSyntaxException also for what cannot be matched in linear time */
    static LinearRegex of(java.util.regex.Pattern java) {
        return new LinearRegex(LinearPattern.compile(java.pattern(), flags(java.flags())));
    }

    static LinearRegex literal(String text) {
        return new LinearRegex(Pattern.compile(Pattern.quote(text)));
    }

    Matcher matcher(String text) {
        Budget.current().spend(1 + (long) text.length() * pattern.programSize() / 64);
        return pattern.matcher(text);
    }

    private static int flags(int given) {
        int flags = (given & java.util.regex.Pattern.CASE_INSENSITIVE) == 0 ? 0 : Pattern.CASE_INSENSITIVE;
        return (given & java.util.regex.Pattern.MULTILINE) == 0 ? flags : flags | Pattern.MULTILINE;
    }

    private static Object first(Pattern pattern, List<?> arguments) {
        boolean text = !arguments.isEmpty() && arguments.get(0) instanceof String;
        return text ? next(new LinearRegex(pattern).matcher((String) arguments.get(0))) : null;
    }

    private static Map<String, Object> next(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        var match = new LinkedHashMap<String, Object>();
        match.put("match", matcher.group());
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("groups", JsonataMatching.groups(matcher, 1));
        match.put("next", (Fn0<Map<String, Object>>) () -> next(matcher));
        return match;
    }
}
