package dev.millrace.expressions.mathjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Evaluation.Failure;
import dev.millrace.expressions.Evaluation.Value;
import dev.millrace.expressions.js.Shared;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathJsLanguageTest {
    private static final Variables NOTHING = path -> Json.NODES.missingNode();
    private final MathJsLanguage language = new MathJsLanguage(Shared.ORIGINALS);

    @ParameterizedTest
    @CsvSource({"21 * 2, 42", "-0, 0", "0.1 + 0.2, 0.3", "2^53, 9007199254740992", "100 * 2.3, 230", "7 / 2, 3.5"})
    void shouldWriteNumbersAsJsonWritesThem(String source, String json) {
        assertThat(evaluate(source)).isInstanceOfSatisfying(Value.class, it -> assertThat(Json.text(it.value()))
                .isEqualTo(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "# only a comment", "{{missing}}", "0 / 0", "1 / 0"})
    void shouldHaveNoValueWhereThereIsNone(String source) {
        assertThat(evaluate(source)).isEqualTo(new Value(Json.NODES.nullNode()));
    }

    @Test
    void shouldNameItsVariables() {
        // given
        var expression = language.compile("{{$context.data.a}} + {{ ctx.$jobsMapByNodeKey.n }} * {{$context.data.a}}");

        // then
        assertThat(expression.variables())
                .containsExactlyInAnyOrder(
                        VariablePath.parse("$context.data.a"), VariablePath.parse("$jobsMapByNodeKey.n"));
    }

    @Test
    void shouldSayAtCompileTimeThatASourceIsNoExpression() {
        assertThat(language.compile("1 +").syntaxError()).hasValue("Unexpected end of expression (char 4)");
        assertThat(language.compile("nosuch(1").syntaxError()).isPresent();
        assertThat(language.compile("nosuch(1)").syntaxError()).isEmpty();
        assertThat(language.compile("1 + 1").syntaxError()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1 1, SyntaxError",
        "null + 1, TypeError",
        "'\"a\" == \"a\"', Error",
        "'[1, 2][3]', IndexError",
        "nosuch(1), Error"
    })
    void shouldNameFailuresAsMathJsDoes(String source, String code) {
        assertThat(evaluate(source)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.message()).startsWith(code + ": ");
        });
    }

    @Test
    void shouldNeverTakeAValueForCode() {
        var expression = language.compile("{{text}}");
        assertThat(expression.evaluate(path -> Json.NODES.textNode("1 + 1")))
                .isEqualTo(new Value(Json.NODES.textNode("1 + 1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zeros(3000, 3000)", "g(n) = n < 2 ? 1 : g(n - 1) + g(n - 2); g(60)", "string(ones(50, 200))"})
    void shouldEndWhatIsBeyondItsBounds(String source) {
        assertThat(evaluateTightly(source)).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code())
                .isEqualTo("limit_exceeded"));
    }

    @Test
    void shouldBearDeepAndLongSources() {
        assertThat(evaluate("(".repeat(150) + "1" + ")".repeat(150))).isEqualTo(new Value(Json.parse("1")));
        assertThat(evaluate("1" + "+1".repeat(900))).isEqualTo(new Value(Json.parse("901")));
        assertThat(evaluateTightly("(".repeat(10_000) + "1")).isInstanceOf(Failure.class);
        assertThat(evaluateTightly("1" + "+1".repeat(100_000))).isInstanceOf(Failure.class);
    }

    private static Evaluation evaluateTightly(String source) {
        return new MathJsLanguage(Shared.TIGHT).compile(source).evaluate(NOTHING);
    }

    private Evaluation evaluate(String source) {
        return language.compile(source).evaluate(NOTHING);
    }
}
