package dev.millrace.expressions.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Evaluation.Failure;
import dev.millrace.expressions.Evaluation.Value;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptOriginalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    $$0 * 2            | 42
                    x = 3; x * 2       | 6
                    1 / 3              | 0.333333333
                    0 / 0              | null
                    -0                 | 0
                    5 == null          | false
                    [1, 2; 3, 4] * 2   | [[2,4],[6,8]]
                    f(x) = x^2; f(4)   | 16
                    bigint("9007199254740993") | "9007199254740993"
                    """)
    void shouldEvaluateMathJs(String source, String expected) {
        assertThat(math(source)).isEqualTo(new Value(Json.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SUM(1, "2", [3, $$0]) | 27
                    100 * 2.3             | 230
                    1 / 0                 | null
                    undefined             | null
                    TEXT(1234.5, "$#,##0.00") | "$1,234.50"
                    NORM.S.DIST(1, true)  | 0.841344746
                    [1, 2].map(x => x * 10).join("-") | "10-20"
                    process               | null
                    typeof Function       | "undefined"
                    """)
    void shouldEvaluateFormulaJs(String source, String expected) {
        assertThat(formula(source)).isEqualTo(new Value(Json.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MOD(5, 0)       | #DIV/0!
                    FIND("z", "a")  | #VALUE!
                    NOPE(1)         | ReferenceError
                    1 +             | SyntaxError
                    null.x          | TypeError
                    """)
    void shouldNameFailures(String source, String code) {
        assertThat(formula(source)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.message()).startsWith(code).doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this.constructor.constructor('return 1')()",
                "(() => {}).constructor('return 1')()",
                "(async () => {}).constructor('return 1')()",
                "Object.getPrototypeOf(function* () {}).constructor('return 1')()",
                "eval('1')",
                "new Function('return 1')()",
                "Java.type('java.lang.System')",
                "Polyglot.eval('js', '1')",
                "load('file:///etc/passwd')",
                "Array.prototype.x = 1",
                "Object.prototype.toString = () => 'mine'",
                "SUM.x = 1",
                "Math.max = Math.min",
                "(() => { NOW = 1 })()"
            })
    void shouldGiveExpressionsNothingToBreakOutWith(String source) {
        assertThat(formula(source)).isInstanceOf(Failure.class);
    }

    @Test
    void shouldKeepOneExpressionsAssignmentsFromTheNext() {
        // given
        assertThat(math("leaked = 7")).isEqualTo(new Value(Json.parse("7")));

        // when
        var next = math("leaked");

        // then
        assertThat(next).isInstanceOf(Failure.class);
        assertThat(math("createUnit(\"leak\")")).isInstanceOf(Failure.class);
    }

    @Test
    void shouldSaySyntaxErrorsWithoutEvaluating() {
        assertThat(Shared.ORIGINALS.syntaxError(Original.MATH_JS, "1 1", List.of()))
                .hasValueSatisfying(failure -> assertThat(failure.message()).startsWith("SyntaxError: "));
        assertThat(Shared.ORIGINALS.syntaxError(Original.FORMULA_JS, "$$0 + 1", List.of("$$0")))
                .isEmpty();
    }

    @Test
    void shouldEvaluateOnManyThreads() {
        var all = IntStream.range(0, 200)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> Shared.ORIGINALS.evaluate(
                        Original.FORMULA_JS, "SUM($$0, 1)", Map.of("$$0", Json.NODES.numberNode(n)))))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join))
                .isEqualTo(IntStream.range(1, 201)
                        .mapToObj(n -> new Value(Json.NODES.numberNode(n)))
                        .toList());
    }

    private static Evaluation math(String source) {
        return Shared.ORIGINALS.evaluate(Original.MATH_JS, source, values());
    }

    private static Evaluation formula(String source) {
        return Shared.ORIGINALS.evaluate(Original.FORMULA_JS, source, values());
    }

    private static Map<String, JsonNode> values() {
        return Map.of("$$0", Json.NODES.numberNode(21));
    }
}
