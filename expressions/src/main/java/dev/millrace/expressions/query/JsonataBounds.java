package dev.millrace.expressions.query;

import com.dashjoin.jsonata.Jsonata;
import java.util.Collection;

/** Watches every step of an evaluation: how many, how deep, and how long the lists are that come out. */
final class JsonataBounds {
    /** A step inside a step takes about a KiB of a thread's stack, of which there is one MiB. */
    private static final int DEEPEST = 400;

    /** A range is only counted out when it is used, and then by functions that do not ask. */
    private static final int LONGEST = 1_000_000;

    private static final int SHORT_TEXT = 1_000;

    private final Budget budget;
    private int depth;

    JsonataBounds(Budget budget) {
        this.budget = budget;
    }

    void watch(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((step, input, environment) -> enter());
        frame.setEvaluateExitCallback((step, input, environment, result) -> exit(result));
    }

    private void enter() {
        budget.spend(1);
        depth++;
        if (depth > DEEPEST) {
            throw new LimitExceeded(
                    "Expected a JSONata query to nest at most %d steps, but it nests deeper: does a function call itself without end?"
                            .formatted(DEEPEST));
        }
    }

    private void exit(Object result) {
        depth--;
        if (result instanceof String text && text.length() > SHORT_TEXT) {
            budget.spendText(text.length());
        }
        if (result instanceof Collection<?> list && list.size() > LONGEST) {
            throw new LimitExceeded("Expected a JSONata query to make lists of at most %,d elements, but one has %,d"
                    .formatted(LONGEST, list.size()));
        }
    }
}
