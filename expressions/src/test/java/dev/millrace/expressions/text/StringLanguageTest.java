package dev.millrace.expressions.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringLanguageTest {
    private final StringLanguage language = new StringLanguage();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  padded  ;padded",
                "plain;plain",
                "{{text}};a $& b",
                "x{{text}}y;xa $& by",
                "[{{missing}}];[]",
                "[{{nothing}}];[]",
                "{{yes}}/{{no}};true/false",
                "{{whole}} {{half}} {{big}} {{small}};7 0.5 10267424896650241 1.25e-7",
                "ids: {{list}};ids: 1,,x,2,3",
                "{{object}};[object Object]",
                "[{{notANumber}}{{infinite}}];[]",
                "{{template}};{{text}}",
                "{{a[0]}} {{this.x}} {{ text }};{{a[0]}} {{this.x}} a $& b",
                "{{a | f}};{{a | f}}",
                "{{ctx.text}};a $& b",
                "Grüße {{unicode}} 你好;Grüße Łukasz 😀 你好",
                "{{{text}}};{a $& b}",
                "{{text;{{text",
                "{{hundred}};100",
            })
    void shouldFillText(String source, String expected) {
        // when
        Evaluation evaluation =
                language.compile(source).evaluate(path -> values().at("/" + String.join("/", path.segments())));

        // then
        assertThat(evaluation).isEqualTo(new Evaluation.Value(Json.NODES.textNode(expected)));
    }

    @Test
    void shouldGiveEmptyTextForAnEmptySource() {
        assertThat(language.compile("").evaluate(path -> Json.object()))
                .isEqualTo(new Evaluation.Value(Json.NODES.textNode("")));
    }

    @Test
    void shouldNameItsVariables() {
        // when
        Expression expression = language.compile("{{$context.data.a}} {{ctx.$context.data.a}} {{b}}");

        // then
        assertThat(expression.variables())
                .containsExactly(VariablePath.parse("$context.data.a"), VariablePath.parse("b"));
        assertThat(expression.syntaxError()).isEmpty();
    }

    private static JsonNode values() {
        ObjectNode values = Json.object()
                .put("text", "a $& b")
                .put("yes", true)
                .put("no", false)
                .put("whole", 7.0)
                .put("half", 0.5)
                .put("hundred", 100.0)
                .put("big", 10267424896650241L)
                .put("small", 0.000000125)
                .put("notANumber", Double.NaN)
                .put("infinite", Double.POSITIVE_INFINITY)
                .put("template", "{{text}}")
                .put("unicode", "Łukasz 😀")
                .putNull("nothing");
        values.putArray("list").add(1).addNull().add("x").addArray().add(2).add(3);
        values.putObject("object").put("a", 1);
        return values;
    }
}
