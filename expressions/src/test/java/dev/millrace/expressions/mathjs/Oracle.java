package dev.millrace.expressions.mathjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What the real math.js answered when the table was written; see {@code src/test/js/math-oracle.mjs}. */
record Oracle(JsonNode values, List<Row> rows, List<Source> grammar) {
    static final Oracle TABLE = read();

    /** Both engines compute in doubles with the same algorithms; the last digit of a logarithm may still differ. */
    private static final double LAST_DIGIT = 1e-14;

    /**
     * @param isNative must be answered without the original
     * @param original must be answered by the original
     * @param value null where the answer was an error
     */
    record Row(String expression, boolean isNative, boolean original, JsonNode value, String error) {

        void shouldEqual(Evaluation evaluation) {
            if (value == null) {
                assertThat(evaluation).as(expression).isInstanceOf(Evaluation.Failure.class);
            } else {
                assertThat(evaluation).as(expression).isInstanceOfSatisfying(Evaluation.Value.class, it -> assertThat(
                                same(it.value(), value))
                        .as("expected " + value + " but was " + it.value())
                        .isTrue());
            }
        }

        @Override
        public String toString() {
            return expression;
        }
    }

    record Source(String expression, boolean valid) {}

    Variables variables() {
        return path -> values.path(path.root());
    }

    private static Oracle read() {
        try (var stream = Oracle.class.getResourceAsStream("oracle.json")) {
            var table = Json.mapper().readTree(stream);
            var rows = StreamSupport.stream(table.get("rows").spliterator(), false);
            var grammar = StreamSupport.stream(table.get("grammar").spliterator(), false);
            return new Oracle(
                    table.get("values"),
                    rows.map(Oracle::row).toList(),
                    grammar.map(it -> new Source(
                                    it.get("expression").asText(),
                                    it.get("valid").asBoolean()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(JsonNode row) {
        return new Row(
                row.get("expression").asText(),
                row.path("native").asBoolean(),
                row.path("original").asBoolean(),
                row.get("value"),
                row.path("error").asText(null));
    }

    private static boolean same(JsonNode actual, JsonNode expected) {
        if (actual.isNumber() && expected.isNumber()) {
            double difference = Math.abs(actual.doubleValue() - expected.doubleValue());
            return difference <= LAST_DIGIT * Math.abs(expected.doubleValue());
        }
        if (actual.isArray() && expected.isArray() && actual.size() == expected.size()) {
            return IntStream.range(0, actual.size()).allMatch(i -> same(actual.get(i), expected.get(i)));
        }
        return actual.equals(expected);
    }
}
