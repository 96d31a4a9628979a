package dev.millrace.expressions.formulajs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.js.Shared;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the native side leaves to the JavaScript original, which runs here. */
class OriginalFormulasTest {
    private final FormulaJsLanguage language = new FormulaJsLanguage(Shared.ORIGINALS);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "ROUND(PMT(0.1, 12, 1000), 2);-146.76",
                "[3, 1, 2].sort();[1,2,3]",
                "VLOOKUP('b', [['a', 1], ['c', 3]], 2);1",
                "JSON.stringify({{object}});~\"{\\\"a\\\":1}\"~",
                "typeof {{missing}};~\"object\"~",
                "({{object}})?.a;1",
                "('no. {{text}}/{{missing}}' + '').match(/./g).length;10",
                "((x) => x)(\"{{n}}\");~\"3\"~",
                "'it\\'s {{n}}'.split('').length;6",
                "1 ?? (2 || 3), 7;7",
            })
    void shouldEvaluate(String source, String expected) {
        // when
        Evaluation evaluation = evaluate(source);

        // then
        assertThat(evaluation).isEqualTo(new Evaluation.Value(Json.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "TEXT(MOD(5, 0), '#.##') || typeof 1;#N/A",
                "PMT('x', 1, 1);#VALUE!",
                "NOSUCHFUNCTION(1);ReferenceError",
                "nope.x;ReferenceError",
                "this.constructor.constructor('return process')();TypeError",
                "TEXT(1, '#.##');TypeError",
                "FACT(-1);RangeError",
                "1 1 /*;SyntaxError",
            })
    void shouldFail(String source, String code) {
        // when
        Evaluation evaluation = evaluate(source);

        // then
        assertFailed(evaluation, code);
    }

    @Test
    void shouldEndALoopWithoutEnd() {
        // when
        Evaluation evaluation = evaluate(new FormulaJsLanguage(Shared.TIGHT), "(() => { while (true) {} })()");

        // then
        assertFailed(evaluation, "limit_exceeded");
    }

    private static void assertFailed(Evaluation evaluation, String code) {
        assertThat(evaluation).isInstanceOfSatisfying(Evaluation.Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.message()).startsWith(code + ": ");
        });
    }

    @Test
    void shouldNameVariablesAndSyntaxErrors() {
        // when
        var expression = language.compile("typeof {{ctx.$context.data.a}} + 'x {{b}}'");

        // then
        assertThat(expression.variables())
                .containsExactlyInAnyOrder(VariablePath.parse("$context.data.a"), VariablePath.parse("b"));
        assertThat(expression.syntaxError()).isEmpty();
        assertThat(language.compile("typeof").syntaxError())
                .hasValueSatisfying(error -> assertThat(error).startsWith("SyntaxError: "));
    }

    private Evaluation evaluate(String source) {
        return evaluate(language, source);
    }

    private static Evaluation evaluate(FormulaJsLanguage language, String source) {
        var values = Json.object().put("text", "seven").put("n", 3);
        values.putObject("object").put("a", 1);
        return language.compile(source).evaluate(new JsonVariables(values));
    }
}
