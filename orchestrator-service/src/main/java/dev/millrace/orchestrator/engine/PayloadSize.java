package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Estimates how long a value is as JSON without writing it, and stops as soon as a bound is passed. */
final class PayloadSize {
    /** Quotes, colon, comma; also what a number, a boolean or null takes at about. */
    private static final int OVERHEAD = 4;

    private PayloadSize() {}

    static boolean exceeds(JsonNode value, long bytes) {
        return value != null && remaining(value, bytes) < 0;
    }

    private static long remaining(JsonNode value, long bytes) {
        long left = bytes - OVERHEAD;
        if (value.isTextual()) {
            return left - value.textValue().length();
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                left = remaining(
                        field.getValue(), left - OVERHEAD - field.getKey().length());
                if (left < 0) {
                    return left;
                }
            }
            return left;
        }
        for (int i = 0; i < value.size() && left >= 0; i++) {
            left = remaining(value.get(i), left);
        }
        return left;
    }
}
