package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.JsText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ==} and {@code <} of JavaScript on JSON values. Two rules go beyond it: arrays and objects are equal when their
 * contents are, since a variable's value has no identity that survives being stored; and where one side is the text of an
 * instant, both are compared as points in time, as the reference does where it still holds a date.
 */
final class LooseComparison {
    private LooseComparison() {}

    static boolean equal(JsonNode a, JsonNode b) {
        if (isNothing(a) || isNothing(b)) {
            return isNothing(a) && isNothing(b);
        }
        boolean texts = a.isTextual() && b.isTextual();
        if (texts && a.textValue().equals(b.textValue())) {
            return true;
        }
        if (Instants.isInstant(a) || Instants.isInstant(b)) {
            return instantsCompare(a, b).map(order -> order == 0).orElse(false);
        }
        return !texts && equalOfDifferentTypes(a, b);
    }

    private static boolean equalOfDifferentTypes(JsonNode a, JsonNode b) {
        if (a.isContainerNode() && b.isContainerNode()) {
            return strictEqual(a, b);
        }
        if ((a.isContainerNode() && b.isTextual()) || (a.isTextual() && b.isContainerNode())) {
            return JsText.of(a).equals(JsText.of(b));
        }
        return numbersCompare(a, b).map(order -> order == 0).orElse(false);
    }

    static boolean strictEqual(JsonNode a, JsonNode b) {
        return a.equals(LooseComparison::numericOrder, b);
    }

    static boolean greater(JsonNode a, JsonNode b) {
        return compare(a, b).map(order -> order > 0).orElse(false);
    }

    static boolean greaterOrEqual(JsonNode a, JsonNode b) {
        return compare(a, b).map(order -> order >= 0).orElse(false);
    }

    /** Empty where the two have no order. */
    private static Optional<Integer> compare(JsonNode a, JsonNode b) {
        if (Instants.isInstant(a) || Instants.isInstant(b)) {
            return instantsCompare(a, b);
        }
        return hasText(a) && hasText(b) ? Optional.of(JsText.of(a).compareTo(JsText.of(b))) : numbersCompare(a, b);
    }

    private static Optional<Integer> instantsCompare(JsonNode a, JsonNode b) {
        Optional<Instant> left = Instants.parse(a);
        Optional<Instant> right = Instants.parse(b);
        return left.flatMap(instant -> right.map(instant::compareTo));
    }

    private static Optional<Integer> numbersCompare(JsonNode a, JsonNode b) {
        BigDecimal left = Coercion.toNumber(a);
        BigDecimal right = Coercion.toNumber(b);
        return left == null || right == null ? Optional.empty() : Optional.of(left.compareTo(right));
    }

    /** Jackson calls this for scalars only: 1 and 1.0 are the same number, 1 and "1" are not. */
    private static int numericOrder(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return numbersCompare(a, b).orElse(1);
        }
        return a.equals(b) ? 0 : 1;
    }

    private static boolean hasText(JsonNode value) {
        return value.isTextual() || value.isContainerNode();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
