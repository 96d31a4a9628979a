package dev.millrace.expressions.query;

import static dev.millrace.expressions.query.JsonataFunctions.at;
import static dev.millrace.expressions.query.JsonataFunctions.function;
import static dev.millrace.expressions.query.JsonataFunctions.number;
import static dev.millrace.expressions.query.JsonataFunctions.text;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The functions that take a regular expression, on {@link LinearRegex}. */
final class JsonataMatching {
    static final Map<String, JFunction> ALL = Map.of(
            "contains", function("<s-(sf):b>", args -> contains(text(args, 0), at(args, 1))),
            "match", function("<s-f<s:o>n?:a<o>>", args -> match(text(args, 0), at(args, 1), number(args, 2))),
            "split", function("<s-(sf)n?:a<s>>", args -> split(text(args, 0), at(args, 1), number(args, 2))),
            "replace",
                    function(
                            "<s-(sf)(sf)n?:s>",
                            args -> replace(text(args, 0), at(args, 1), at(args, 2), number(args, 3))));

    private JsonataMatching() {}

    private static Boolean contains(String text, Object part) {
        if (text == null) {
            return null;
        }
        return part instanceof String plain
                ? text.contains(plain)
                : regex(part).matcher(text).find();
    }

    private static List<Object> match(String text, Object pattern, Number limit) {
        if (text == null) {
            return null;
        }
        var matches = Utils.createSequence();
        Matcher matcher = regex(pattern).matcher(text);
        while (matches.size() < limit(limit) && matcher.find()) {
            var match = new LinkedHashMap<String, Object>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", groups(matcher, 1));
            matches.add(match);
        }
        return matches;
    }

    private static List<Object> split(String text, Object separator, Number limit) {
        if (text == null) {
            return null;
        }
        List<Object> parts = separator instanceof String plain ? parts(text, plain) : parts(text, regex(separator));
        return parts.size() <= limit(limit) ? parts : new ArrayList<>(parts.subList(0, limit(limit)));
    }

    private static List<Object> parts(String text, String separator) {
        var parts = new ArrayList<Object>();
        if (separator.isEmpty()) {
            text.chars().forEach(character -> parts.add(Character.toString(character)));
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<Object> parts(String text, LinearRegex separator) {
        var parts = new ArrayList<Object>();
        Matcher matcher = separator.matcher(text);
        int from = 0;
        while (matcher.find()) {
            parts.add(text.substring(from, matcher.start()));
            from = matcher.end();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String replace(String text, Object pattern, Object replacement, Number limit) throws Throwable {
        if (text == null) {
            return null;
        }
        if (pattern instanceof String plain) {
            if (plain.isEmpty()) {
                throw new JException("D3010", -1, pattern);
            }
            // A plain text is replaced by a plain text: dollars mean nothing in it.
            return replace(text, LinearRegex.literal(plain), match -> plainReplacement(match, replacement), limit);
        }
        return replace(text, regex(pattern), match -> matchReplacement(match, replacement), limit);
    }

    /** What a match is replaced by; the library's functions may throw anything, and its caller takes it. */
    private interface Replacement {
        String of(Matcher match) throws Throwable;
    }

    private static String replace(String text, LinearRegex pattern, Replacement replacement, Number limit)
            throws Throwable {
        var out = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        for (int done = 0; done < limit(limit) && matcher.find(); done++) {
            String by = replacement.of(matcher);
            Budget.current().spendText(by.length());
            out.append(text, from, matcher.start()).append(by);
            from = matcher.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String plainReplacement(Matcher match, Object replacement) throws Throwable {
        return replacement instanceof String text ? text : called(match, replacement);
    }

    private static String matchReplacement(Matcher match, Object replacement) throws Throwable {
        return replacement instanceof String text ? expanded(match, text) : called(match, replacement);
    }

    private static String called(Matcher match, Object function) throws Throwable {
        var argument = new LinkedHashMap<String, Object>();
        argument.put("match", match.group());
        argument.put("start", match.start());
        argument.put("end", match.end());
        argument.put("groups", groups(match, 1));
        Object answer = Functions.funcApply(function, List.of(argument));
        if (answer instanceof String text) {
            return text;
        }
        throw new JException("D3012", -1, answer);
    }

    /** {@code $0} is the match, {@code $1} its first group, {@code $$} a dollar; a group that is not there is nothing. */
    private static String expanded(Matcher match, String template) {
        UnaryOperator<String> group = digits -> {
            int number = digits.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(digits);
            String found = number <= match.groupCount() ? match.group(number) : null;
            return found == null ? "" : found;
        };
        var out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char character = template.charAt(i);
            char next = i + 1 < template.length() ? template.charAt(i + 1) : ' ';
            if (character != '$') {
                out.append(character);
            } else if (next == '$') {
                out.append('$');
                i++;
            } else if (Character.isDigit(next)) {
                int digits = digits(template, i + 1, match.groupCount());
                out.append(group.apply(template.substring(i + 1, i + 1 + digits)));
                i += digits;
            } else {
                out.append(character);
            }
        }
        return out.toString();
    }

    /** As many digits as still name a group: with one group {@code $12} is the first and then a 2. */
    private static int digits(String template, int from, int groups) {
        boolean two = from + 1 < template.length()
                && Character.isDigit(template.charAt(from + 1))
                && Integer.parseInt(template.substring(from, from + 2)) <= groups;
        return two ? 2 : 1;
    }

    static List<Object> groups(Matcher match, int from) {
        var groups = new ArrayList<Object>();
        for (int i = from; i <= match.groupCount(); i++) {
            groups.add(match.group(i));
        }
        return groups;
    }

    private static int limit(Number limit) {
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        if (limit.doubleValue() < 0) {
            throw new JException("D3040", -1, limit);
        }
        return limit.intValue();
    }

    private static LinearRegex regex(Object pattern) {
        if (pattern instanceof LinearRegex regex) {
            return regex;
        }
        throw new IllegalArgumentException("a regular expression is expected where there is a function");
    }
}
