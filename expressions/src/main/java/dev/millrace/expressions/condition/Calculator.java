package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.JsText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What two operands (or one) can be asked. Null has no text: nothing is in it, and it is in nothing. */
enum Calculator {
    EQUAL(LooseComparison::equal, "equal", "=="),
    NOT_EQUAL(EQUAL.test.negate(), "notEqual", "!="),
    GT(LooseComparison::greater, "gt", ">"),
    GTE(LooseComparison::greaterOrEqual, "gte", ">="),
    LT((a, b) -> LooseComparison.greater(b, a), "lt", "<"),
    LTE((a, b) -> LooseComparison.greaterOrEqual(b, a), "lte", "<="),
    INCLUDES(Calculator::includes, "includes"),
    NOT_INCLUDES(INCLUDES.test.negate(), "notIncludes"),
    STARTS_WITH(onTexts(String::startsWith), "startsWith"),
    NOT_STARTS_WITH(STARTS_WITH.test.negate(), "notStartsWith"),
    ENDS_WITH(onTexts(String::endsWith), "endsWith"),
    NOT_ENDS_WITH(ENDS_WITH.test.negate(), "notEndsWith"),
    EMPTY((a, b) -> isEmpty(a), "empty"),
    NOT_EMPTY(EMPTY.test.negate(), "notEmpty"),
    /** Compares loosely, as {@code equal} does: ids come as numbers and as texts. */
    IN(Calculator::isIn, "in"),
    NOT_IN(IN.test.negate(), "notIn"),
    /** Both bounds included, given as a list of two. */
    BETWEEN(Calculator::isBetween, "between");

    private static final Map<String, Calculator> BY_NAME = byName();

    private final BiPredicate<JsonNode, JsonNode> test;
    private final List<String> spellings;

    Calculator(BiPredicate<JsonNode, JsonNode> test, String... spellings) {
        this.test = test;
        this.spellings = List.of(spellings);
    }

    static Optional<Calculator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names without the aliases, for messages. */
    static List<String> names() {
        return Stream.concat(
                        Arrays.stream(values()).map(calculator -> calculator.spellings.get(0)), Stream.of("matches"))
                .toList();
    }

    boolean test(JsonNode left, JsonNode right) {
        return test.test(left, right);
    }

    private static boolean includes(JsonNode container, JsonNode part) {
        if (container.isArray()) {
            Predicate<JsonNode> same = element -> LooseComparison.strictEqual(element, part);
            return anyOf(container, same);
        }
        return onTexts(String::contains).test(container, part);
    }

    private static boolean isIn(JsonNode value, JsonNode list) {
        return list.isArray()
                ? anyOf(list, element -> LooseComparison.equal(value, element))
                : !isNothing(list) && LooseComparison.equal(value, list);
    }

    private static boolean isBetween(JsonNode value, JsonNode bounds) {
        return bounds.size() == 2
                && !isNothing(bounds.path(0))
                && !isNothing(bounds.path(1))
                && LooseComparison.greaterOrEqual(value, bounds.path(0))
                && LooseComparison.greaterOrEqual(bounds.path(1), value);
    }

    private static boolean isEmpty(JsonNode value) {
        return isNothing(value)
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static boolean anyOf(JsonNode array, Predicate<JsonNode> test) {
        for (JsonNode element : array) {
            if (test.test(element)) {
                return true;
            }
        }
        return false;
    }

    private static BiPredicate<JsonNode, JsonNode> onTexts(BiPredicate<String, String> test) {
        return (a, b) -> !isNothing(a) && !isNothing(b) && test.test(JsText.of(a), JsText.of(b));
    }

    private static Map<String, Calculator> byName() {
        var byName = new HashMap<String, Calculator>();
        for (Calculator calculator : values()) {
            calculator.spellings.forEach(spelling -> byName.put(spelling, calculator));
        }
        return Map.copyOf(byName);
    }
}
