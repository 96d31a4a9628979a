package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Estimates how long a value is as JSON without writing it, and stops as soon as a bound is passed: that of bytes or that of
 * nesting.
 */
final class PayloadSize {
    /**
     * Readers refuse what nests 500 levels, and a value stands some levels deep in the records that carry it. A workflow that
     * wraps a variable in itself over and over gets there.
     */
    static final int DEEPEST = 480;

    /** Quotes, colon, comma; also what a number, a boolean or null takes at about. */
    private static final int OVERHEAD = 4;

    private static final long TOO_DEEP = Long.MIN_VALUE;

    private PayloadSize() {}

    /** Whether the value is too long, or nests too deeply. */
    static boolean exceeds(JsonNode value, long bytes) {
        return value != null && remaining(value, bytes, 0) < 0;
    }

    static boolean isTooDeep(JsonNode value) {
        return value != null && remaining(value, Long.MAX_VALUE, 0) == TOO_DEEP;
    }

    private static long remaining(JsonNode value, long bytes, int depth) {
        long left = bytes - OVERHEAD;
        if (value.isTextual()) {
            return left - value.textValue().length();
        }
        if (value.isContainerNode() && depth >= DEEPEST) {
            return TOO_DEEP;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                left = remaining(
                        field.getValue(), left - OVERHEAD - field.getKey().length(), depth + 1);
                if (left < 0) {
                    return left;
                }
            }
            return left;
        }
        for (int i = 0; i < value.size() && left >= 0; i++) {
            left = remaining(value.get(i), left, depth + 1);
        }
        return left;
    }
}
