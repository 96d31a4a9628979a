package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;

/** Calculated numbers as JSON: whole ones without a fraction, as JavaScript writes them. */
final class Numbers {
    private static final double EXACT_WHOLE = 1L << 53;

    private Numbers() {}

    static JsonNode node(double number) {
        if (!Double.isFinite(number)) {
            return Json.NODES.nullNode();
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT_WHOLE;
        return whole ? node((long) number) : Json.NODES.numberNode(number);
    }

    static JsonNode node(long number) {
        return number == (int) number ? Json.NODES.numberNode((int) number) : Json.NODES.numberNode(number);
    }
}
