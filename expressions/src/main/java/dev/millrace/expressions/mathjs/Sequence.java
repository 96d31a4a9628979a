package dev.millrace.expressions.mathjs;

import java.util.List;

/**
 * A list of values. math.js has two kinds: arrays come from outside, matrices from its own literals and functions. They look
 * the same as a result, and differently inside an object.
 */
record Sequence(List<Object> items, boolean matrix) {

    static Sequence matrix(List<Object> items) {
        return new Sequence(items, true);
    }

    static Sequence array(List<Object> items) {
        return new Sequence(items, false);
    }

    boolean flat() {
        return items.stream().noneMatch(Sequence.class::isInstance);
    }
}
