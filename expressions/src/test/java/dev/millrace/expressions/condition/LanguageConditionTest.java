package dev.millrace.expressions.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageConditionTest {
    private static final VariablePath X = VariablePath.parse("$context.x");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true|true",
                "1|true",
                "-0.5|true",
                "\"0\"|true",
                "[]|true",
                "{}|true",
                "false|false",
                "0|false",
                "0.0|false",
                "\"\"|false",
                "null|false"
            })
    void shouldCountAnAnswerAsJavaScriptDoes(String answer, boolean expected) {
        assertThat(condition("json", answer).evaluate(path -> Json.NODES.nullNode()))
                .isEqualTo(new Evaluation.Value(BooleanNode.valueOf(expected)));
    }

    @Test
    void shouldCountABlankExpressionAsNo() {
        assertThat(condition("json", " ").evaluate(path -> Json.NODES.nullNode()))
                .isEqualTo(new Evaluation.Value(BooleanNode.FALSE));
    }

    @Test
    void shouldHandOnFailuresAndVariables() {
        var condition = condition("json", "fail");

        assertThat(condition.problems()).isEmpty();
        assertThat(condition.variables()).containsExactly(X);
        assertThat(condition.evaluate(path -> Json.NODES.nullNode()))
                .isEqualTo(new Evaluation.Failure("TypeError", "TypeError: no"));
    }

    @Test
    void shouldReportASyntaxErrorAtTheExpression() {
        assertThat(condition("json", "syntax").problems())
                .containsExactly(new ConditionProblem("/expression", "syntax_error", "SyntaxError: here"));
    }

    @Test
    void shouldReportAnUnknownEngine() {
        assertThat(condition("perl", "1").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/engine");
            assertThat(problem.code()).isEqualTo("unknown_engine");
            assertThat(problem.detail()).contains("perl");
        });
    }

    private static Condition condition(String engine, String expression) {
        var config = Json.object().put("engine", engine).put("expression", expression);
        return Condition.compile(config, Map.of("json", new JsonLanguage()));
    }

    /** A language whose expressions are JSON values, or the words fail and syntax. */
    private static final class JsonLanguage implements ExpressionLanguage {
        @Override
        public String name() {
            return "json";
        }

        @Override
        public Expression compile(String source) {
            return new Expression() {
                @Override
                public Evaluation evaluate(Variables variables) {
                    return source.equals("fail")
                            ? new Evaluation.Failure("TypeError", "TypeError: no")
                            : new Evaluation.Value(Json.parse(source));
                }

                @Override
                public Set<VariablePath> variables() {
                    return Set.of(X);
                }

                @Override
                public Optional<String> syntaxError() {
                    return source.equals("syntax") ? Optional.of("SyntaxError: here") : Optional.empty();
                }
            };
        }
    }
}
