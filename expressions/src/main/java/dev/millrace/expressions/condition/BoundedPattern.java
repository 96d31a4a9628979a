package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.text.LinearPattern;
import dev.millrace.model.json.JsText;

/**
 * A regular expression that cannot run away. The bound is on the product of text and pattern rather than in milliseconds, so that
 * the same text gets the same answer on any machine and in a replay.
 */
record BoundedPattern(Pattern pattern) {
    /** Characters times instructions; each takes up to some tens of nanoseconds. */
    private static final long MOST_LOOKS = 50_000_000;

    private static final Evaluation.Failure LIMIT_EXCEEDED = new Evaluation.Failure(
            "limit_exceeded",
            "limit_exceeded: Expected the length of the text times that of the pattern to be at most %,d, but it is more; shorten one of them"
                    .formatted(MOST_LOOKS));

    /** @throws com.google.re2j.PatternSyntaxException when the text is no regular expression of RE2 */
    static BoundedPattern compile(String regex) {
        return new BoundedPattern(LinearPattern.compile(regex, 0));
    }

    /** Whether the pattern is found anywhere in the text; nothing is found in null. */
    Evaluation find(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Question.answer(false);
        }
        String text = JsText.of(value);
        return (long) text.length() * pattern.programSize() > MOST_LOOKS
                ? LIMIT_EXCEEDED
                : Question.answer(pattern.matcher(text).find());
    }
}
