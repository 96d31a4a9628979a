package dev.millrace.expressions.formulajs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table that the real library wrote (see {@code src/test/js/formula}) holds natively. */
class OracleTest {
    private static final double RELATIVE_ERROR = 1e-12;
    private static final JsonNode TABLE = table();
    private static final ExpressionLanguage NO_ORIGINAL = new NoOriginal();

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsTheOriginal() {
        return StreamSupport.stream(TABLE.get("rows").spliterator(), false)
                .map(row -> dynamicTest(
                        row.get("zone").asText() + ": " + row.get("expression").asText(), () -> check(row)));
    }

    @Test
    void shouldCoverEveryNativeFunction() {
        // given
        String all = TABLE.get("rows").toString();

        // then
        assertThat(FunctionLibrary.names()).allSatisfy(name -> assertThat(all).contains(name + "("));
    }

    private static void check(JsonNode row) {
        // given
        var language =
                new FormulaJsLanguage(NO_ORIGINAL, ZoneId.of(row.get("zone").asText()));

        // when
        Expression expression = language.compile(row.get("expression").asText());
        Evaluation evaluation = expression.evaluate(new JsonVariables(variables()));

        // then
        if (row.has("error")) {
            assertThat(evaluation).isInstanceOf(Evaluation.Failure.class);
            var failure = (Evaluation.Failure) evaluation;
            assertThat(failure.code()).isEqualTo(row.get("error").asText());
            assertThat(failure.message())
                    .startsWith(failure.code() + ": Expected ")
                    .contains(", but ");
        } else {
            assertThat(evaluation).isInstanceOf(Evaluation.Value.class);
            JsonNode actual = ((Evaluation.Value) evaluation).value();
            JsonNode expected = row.get("value").isNumber() ? rounded(row.get("value")) : row.get("value");
            assertThat(same(actual, expected))
                    .as("%s, expected %s", actual, expected)
                    .isTrue();
        }
    }

    private static JsonNode variables() {
        ObjectNode variables = TABLE.get("header").get("variables").deepCopy();
        variables.putObject("$system").set("now", TABLE.get("header").get("clock"));
        return variables;
    }

    private static JsonNode rounded(JsonNode number) {
        return Json.NODES.numberNode(new BigDecimal(number.asText())
                .setScale(9, RoundingMode.HALF_UP)
                .doubleValue());
    }

    /** Numbers may differ in the last bits, where the platforms' logarithms and powers do. */
    private static boolean same(JsonNode actual, JsonNode expected) {
        if (actual.isNumber() && expected.isNumber()) {
            double a = actual.doubleValue();
            double b = expected.doubleValue();
            return a == b || Math.abs(a - b) <= RELATIVE_ERROR * Math.max(Math.abs(a), Math.abs(b));
        }
        if (actual instanceof ArrayNode && expected instanceof ArrayNode && actual.size() == expected.size()) {
            for (int i = 0; i < actual.size(); i++) {
                if (!same(actual.get(i), expected.get(i))) {
                    return false;
                }
            }
            return true;
        }
        boolean objects = actual.isObject() && expected.isObject() && actual.size() == expected.size();
        return objects
                ? expected.properties().stream().allMatch(field -> same(actual.path(field.getKey()), field.getValue()))
                : actual.equals(expected) || (actual instanceof NullNode && expected.isNull());
    }

    private static JsonNode table() {
        try (var in = OracleTest.class.getResourceAsStream("oracle.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in the table must be evaluated natively. */
    private static final class NoOriginal implements ExpressionLanguage {
        @Override
        public String name() {
            return "formula.js";
        }

        @Override
        public Expression compile(String source) {
            throw new AssertionError("Expected " + source + " to be evaluated natively");
        }
    }
}
