package dev.millrace.expressions.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table that the JavaScript originals wrote (see {@code src/test/js/query}) holds. */
class QueryOracleTest {
    private static final double RELATIVE_ERROR = 1e-12;
    private static final Moment MOMENT = new Moment(Instant.EPOCH, 1);
    private static final JsonNode TABLE = table();

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsTheOriginal() {
        return StreamSupport.stream(TABLE.get("cases").spliterator(), false)
                .map(row -> dynamicTest(
                        row.get("language").asText() + ": " + row.get("query").asText(), () -> check(row)));
    }

    private static void check(JsonNode row) {
        // given
        var language = QueryLanguage.named(row.get("language").asText()).orElseThrow();
        JsonNode source = TABLE.get("source").deepCopy();

        // when
        Query query = language.compile(row.get("query").asText());
        Evaluation answer = query.ask(source, MOMENT);

        // then
        assertThat(source).isEqualTo(TABLE.get("source"));
        if (row.has("error")) {
            assertThat(answer).isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.message())
                    .contains("Expected ")
                    .contains(", but "));
        } else {
            assertThat(answer).isInstanceOfSatisfying(Evaluation.Value.class, value -> assertThat(
                            same(value.value(), row.get("answer")))
                    .as("%s, not %s", value.value(), row.get("answer"))
                    .isTrue());
            assertThat(query.syntaxError()).isEmpty();
        }
    }

    private static boolean same(JsonNode left, JsonNode right) {
        return left.equals((a, b) -> a.isNumber() && b.isNumber() ? close(a, b) : a.equals(b) ? 0 : 1, right);
    }

    private static int close(JsonNode a, JsonNode b) {
        double difference = Math.abs(a.doubleValue() - b.doubleValue());
        return difference <= RELATIVE_ERROR * Math.abs(b.doubleValue()) ? 0 : 1;
    }

    private static JsonNode table() {
        try (var stream = QueryOracleTest.class.getResourceAsStream("oracle.json")) {
            return Json.mapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
