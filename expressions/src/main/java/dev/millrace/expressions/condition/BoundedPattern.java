package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.JsText;
import java.util.regex.Pattern;

/**
 * A regular expression that cannot run away. The bound counts the characters that the matcher looks at rather than
 * milliseconds, so that the same text gets the same answer on any machine and in a replay.
 */
final class BoundedPattern {
    /** A million looks take some 10 ms; a pattern that backtracks without end passes them at once. */
    private static final int MAX_LOOKS = 1_000_000;

    private static final Evaluation.Failure LIMIT_EXCEEDED = new Evaluation.Failure(
            "limit_exceeded",
            "limit_exceeded: Expected the pattern to find its answer within %,d looks at the text, but it takes more; write it with"
                            .formatted(MAX_LOOKS)
                    + " fewer nested repetitions");

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws java.util.regex.PatternSyntaxException when the text is no regular expression */
    static BoundedPattern compile(String regex) {
        return new BoundedPattern(Pattern.compile(regex));
    }

    /** Whether the pattern is found anywhere in the text; nothing is found in null. */
    Evaluation find(JsonNode text) {
        if (text.isNull() || text.isMissingNode()) {
            return Question.answer(false);
        }
        try {
            return Question.answer(
                    pattern.matcher(new CountedText(JsText.of(text))).find());
        } catch (LooksExceededException | StackOverflowError e) {
            // The matcher recurses once per repetition of a group: a long text can use up the stack before the looks.
            return LIMIT_EXCEEDED;
        }
    }

    private static final class LooksExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LooksExceededException() {
            super(null, null, false, false);
        }
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private int looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MAX_LOOKS) {
                throw new LooksExceededException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
