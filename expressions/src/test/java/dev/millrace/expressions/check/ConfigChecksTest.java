package dev.millrace.expressions.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.document.ConfigField;
import dev.millrace.model.document.Violation;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigChecksTest {
    private static final Map<String, ExpressionLanguage> LANGUAGES = Map.of("picky", new PickyLanguage());

    @Test
    void shouldReportASyntaxErrorAtTheField() {
        // given
        var schema = Json.parse("{\"properties\": {\"engine\": {\"default\": \"picky\"}}}");

        // then
        assertThat(expression("bad", "{}", schema))
                .containsExactly(new Violation("/nodes/0/config/expression", "syntax_error", "SyntaxError: bad"));
        assertThat(expression("good", "{}", schema)).isEmpty();
        assertThat(expression(" ", "{}", schema)).isEmpty();
    }

    @Test
    void shouldLeaveOtherEnginesAlone() {
        var noDefault = Json.object();

        assertThat(expression("bad", "{\"engine\": \"basic\"}", noDefault)).isEmpty();
        assertThat(expression("bad", "{}", noDefault)).isEmpty();
        assertThat(expression("bad", "{\"engine\": \"picky\"}", noDefault)).hasSize(1);
    }

    @Test
    void shouldReportWhatIsNoQuery() {
        var schema = Json.parse("{\"properties\": {\"engine\": {\"default\": \"jmespath\"}}}");

        assertThat(expression("a[", "{}", schema)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/nodes/0/config/expression");
            assertThat(violation.code()).isEqualTo("syntax_error");
        });
        assertThat(expression("a[0]", "{}", schema)).isEmpty();
        assertThat(expression("a[", "{\"engine\": \"jsonata\"}", schema)).hasSize(1);
        assertThat(expression("a[{{$context.i}}", "{}", schema)).isEmpty();
    }

    @Test
    void shouldReportProblemsOfAConditionWithTheirPlace() {
        // given
        var value = Json.parse("{\"calculation\": {\"calculator\": \"add\", \"operands\": [1, 2]}}");
        var schema = Json.object().put("x-ui", "condition");

        // when
        var violations = new ConditionCheck(LANGUAGES)
                .check(new ConfigField("/nodes/1/config/condition", value, schema, Json.object(), Json.object()));

        // then
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/nodes/1/config/condition/calculation/calculator");
            assertThat(violation.code()).isEqualTo("unknown_calculator");
        });
    }

    @Test
    void shouldAcceptNoConditionAtAll() {
        var schema = Json.object().put("x-ui", "condition");

        assertThat(new ConditionCheck(LANGUAGES)
                        .check(new ConfigField(
                                "/c", Json.NODES.booleanNode(false), schema, Json.object(), Json.object())))
                .isEmpty();
    }

    private static List<Violation> expression(String source, String parent, JsonNode parentSchema) {
        var schema = Json.object().put("x-ui", "expression");
        return new ExpressionCheck(LANGUAGES)
                .check(new ConfigField(
                        "/nodes/0/config/expression",
                        Json.NODES.textNode(source),
                        schema,
                        Json.parse(parent),
                        parentSchema));
    }

    /** Takes any text but {@code bad}. */
    private static final class PickyLanguage implements ExpressionLanguage {
        @Override
        public String name() {
            return "picky";
        }

        @Override
        public Expression compile(String source) {
            return new Expression() {
                @Override
                public Evaluation evaluate(Variables variables) {
                    return new Evaluation.Value(Json.NODES.textNode(source));
                }

                @Override
                public Set<VariablePath> variables() {
                    return Set.of();
                }

                @Override
                public Optional<String> syntaxError() {
                    return source.equals("bad") ? Optional.of("SyntaxError: bad") : Optional.empty();
                }
            };
        }
    }
}
