package dev.millrace.expressions.formulajs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaJsLanguageTest {
    private static final Evaluation FROM_ORIGINAL = new Evaluation.Value(Json.NODES.textNode("from the original"));

    private final RecordingOriginal original = new RecordingOriginal();
    private final FormulaJsLanguage language = new FormulaJsLanguage(original, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PMT(0.1, 12, 1000)",
                "SORT([3, 1])",
                "NOSUCHFUNCTION(1)",
                "nope.x",
                "this.constructor",
                "typeof 1",
                "(() => { for (;;) {} })()",
                "[1, 2].sort()",
                "/a/.test('a')",
                "x = 1",
                "1, 2",
                "1; 2",
                "-2 ** 2",
                "1 ?? 2 || 3",
                "SUM(...[1, 2])",
                "({ a })",
                "{}",
                "1n",
                "010",
                "0x1f",
                "'a'.match(/a/)",
                "null?.x",
                "1 // one",
                "JSON.stringify({{x}})",
                "new Date()",
                "{{a[0]}}",
                "größe",
                "a\nb",
            })
    void shouldLeaveToTheOriginalWhatItDoesNotKnowWhenCompiling(String source) {
        // when
        Expression expression = language.compile(source);

        // then
        assertThat(original.compiled).containsExactly(source);
        assertThat(expression.evaluate(JsonVariables.NONE)).isSameAs(FROM_ORIGINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YEAR('5 March 2024')",
                "'' + DATE(2024, 1, 1)",
                "VLOOKUP('b', [['a', 1], ['b', 2]], 2)",
                "FACT(-1)",
                "({}).constructor",
                "'a'.constructor",
                "'$'.replace('$', '$&')",
                "TEXT(1, '#.##')",
                "MATCH('a|b', ['a'], 0)",
                "REPT('a', -5)",
                "DATE(2024, 1, 1).getTimezoneOffset",
            })
    void shouldLeaveToTheOriginalWhatOnlyTheValuesShow(String source) {
        // given
        Expression expression = language.compile(source);
        assertThat(original.compiled).isEmpty();

        // when
        Evaluation evaluation = expression.evaluate(JsonVariables.NONE);

        // then
        assertThat(evaluation).isSameAs(FROM_ORIGINAL);
        assertThat(original.compiled).containsExactly(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 +",
                "(1 + 2",
                "1 2",
                "SUM(1",
                "IF(1 > 2, 'a'",
                "* 3",
                "'abc",
                "\"a\nb\"",
                "1 + )",
                "[1, 2",
                "SUM(1 2)",
                "1 ? 2",
                "`a${1",
                "1 €",
                "{{x}} {{y}}",
                "SUM(1))",
                "== 1"
            })
    void shouldNameSyntaxErrorsWhenCompiling(String source) {
        // when
        Expression expression = language.compile(source);

        // then
        assertThat(original.compiled).isEmpty();
        String problem = expression.syntaxError().orElseThrow();
        assertThat(problem).startsWith("SyntaxError: Expected ").contains(" at character ", ", but ");
        assertThat(expression.evaluate(JsonVariables.NONE)).isEqualTo(new Evaluation.Failure("SyntaxError", problem));
    }

    @Test
    void shouldGiveNullForNothing() {
        assertThat(value("")).isEqualTo("null");
        assertThat(value("  ")).isEqualTo("null");
    }

    @Test
    void shouldNameTheVariables() {
        // when
        Expression expression = language.compile("{{ctx.$context.data.a}} + '{{ b }}' + {{b}} + `${{{c-d}}}`");

        // then
        assertThat(expression.variables())
                .containsExactly(
                        VariablePath.parse("$context.data.a"), VariablePath.parse("b"), VariablePath.parse("c-d"));
        assertThat(expression.syntaxError()).isEmpty();
    }

    @Test
    void shouldPutVariablesIntoQuotedText() {
        assertThat(value("CONCATENATE('no. ', '{{text}}')")).isEqualTo("\"no. it's\"");
        assertThat(value("'{{missing}}/{{n}}/{{list}}'")).isEqualTo("\"/3/1,2\"");
    }

    @Test
    void shouldNotReadValuesAsCode() {
        assertThat(value("{{code}} + ''")).isEqualTo("\"{{n}} + 1\"");
        assertThat(value("'{{code}}'")).isEqualTo("\"{{n}} + 1\"");
    }

    @Test
    void shouldReadAVariableOncePerEvaluation() {
        // given
        var reads = new ArrayList<VariablePath>();

        // when
        language.compile("{{n}} + {{n}} * {{n}}").evaluate(path -> {
            reads.add(path);
            return Json.NODES.numberNode(2);
        });

        // then
        assertThat(reads).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REPT('abcdefgh', 1000000)",
                "'x'.repeat(9999999)",
                "NETWORKDAYS('0001-01-01', '9000-01-01')",
                "{{many}}.map(a => {{many}}.map(b => {{many}}.map(c => 1)))"
            })
    void shouldStopWhatTakesTooMuch(String source) {
        // when
        Evaluation evaluation = language.compile(source).evaluate(variables());

        // then
        assertThat(evaluation).isInstanceOfSatisfying(Evaluation.Failure.class, failure -> assertThat(failure.code())
                .isEqualTo("limit_exceeded"));
    }

    @Test
    void shouldLeaveVeryLongAndVeryDeepSourcesToTheOriginal() {
        // given
        String deep = "(".repeat(400) + "1" + ")".repeat(400);
        String longChain = "1" + " + 1".repeat(501);
        String longText = "'" + "x".repeat(10_000) + "'";

        // when
        language.compile(deep);
        language.compile(longChain);
        language.compile(longText);

        // then
        assertThat(original.compiled).containsExactly(deep, longChain, longText);
    }

    @Test
    void shouldEvaluateTheLongestNativeChain() {
        assertThat(value("1" + " + 1".repeat(500))).isEqualTo("501");
    }

    @Test
    void shouldCountDaysFromMidnightInUtcAsTheOriginal() {
        // given
        var azores = new FormulaJsLanguage(original, ZoneId.of("Atlantic/Azores"));

        // when
        Evaluation days =
                azores.compile("DAYS(DATE(2024, 7, 1), DATE(2024, 1, 1))").evaluate(JsonVariables.NONE);

        // then: summer time there is UTC, so that the days until July lose one
        assertThat(days).isEqualTo(new Evaluation.Value(Json.parse("181")));
    }

    private String value(String source) {
        Evaluation evaluation = language.compile(source).evaluate(variables());
        assertThat(evaluation).isInstanceOf(Evaluation.Value.class);
        return ((Evaluation.Value) evaluation).value().toString();
    }

    private static JsonVariables variables() {
        ObjectNode values = Json.object().put("text", "it's").put("n", 3).put("code", "{{n}} + 1");
        values.putArray("list").add(1).add(2);
        for (int i = 0; i < 200; i++) {
            values.withArray("many").add(i);
        }
        return new JsonVariables(values);
    }

    private static final class RecordingOriginal implements ExpressionLanguage {
        private final List<String> compiled = new ArrayList<>();

        @Override
        public String name() {
            return FormulaJsLanguage.NAME;
        }

        @Override
        public Expression compile(String source) {
            compiled.add(source);
            return new FixedExpression(FROM_ORIGINAL, Optional.empty());
        }
    }
}
