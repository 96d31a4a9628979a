package dev.millrace.expressions.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions of RE2, whose matcher takes time in proportion to the text and to the pattern, of a bounded size. */
public final class LinearPattern {
    /** In characters. */
    private static final int LONGEST = 1_000;

    private static final int MOST_INSTRUCTIONS = 10_000;

    /** Counts multiply when they are nested, so that few characters can make a pattern that takes all memory to compile. */
    private static final int MOST_REPETITIONS = 1_000_000;

    private static final int LONGEST_SHOWN = 40;

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(?:\\d*,)?(\\d{1,4})}");

    private LinearPattern() {}

    /**
     * @param flags of {@link Pattern}
     * @throws PatternSyntaxException when the text is no regular expression of RE2 (look-around and back-references are not), or
     *     too large a one
     */
    public static Pattern compile(String regex, int flags) {
        if (regex.length() > LONGEST || repetitions(regex) > MOST_REPETITIONS) {
            throw tooLarge(regex);
        }
        Pattern pattern = Pattern.compile(regex, flags);
        if (pattern.programSize() > MOST_INSTRUCTIONS) {
            throw tooLarge(regex);
        }
        return pattern;
    }

    private static long repetitions(String regex) {
        var counts = COUNT.matcher(regex);
        long product = 1;
        while (counts.find() && product <= MOST_REPETITIONS) {
            product *= Math.max(1, Integer.parseInt(counts.group(1)));
        }
        return product;
    }

    private static PatternSyntaxException tooLarge(String regex) {
        boolean isShort = regex.length() <= LONGEST_SHOWN;
        return new PatternSyntaxException("it is too large", isShort ? regex : regex.substring(0, LONGEST_SHOWN) + "…");
    }
}
