package dev.millrace.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesCheckTest {
    private static final JsonNode SCHEMA = Json.parse("""
            {"properties": {
              "sql": {"x-ui": "code", "x-templates-when": {"unsafe": true}},
              "unsafe": {"type": "boolean", "default": false},
              "content": {"x-ui": "code", "x-templates-when": false},
              "other": {"x-ui": "code"}}}
            """);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'sql':'select {{$context.data.id}}'}",
                "{'sql':'{{$context.data.id}}','unsafe':false}",
                "{'sql':'select {{ $context.data.id }}','unsafe':'true'}",
            })
    void shouldRefuseTemplatesThatNobodyWantedInAProgram(String config) {
        assertThat(check(config)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/config/sql");
            assertThat(violation.code()).isEqualTo("template_in_program");
            assertThat(violation.detail())
                    .startsWith("Expected ")
                    .contains(", but {{$context.data.id}} ", "bind", "unsafe to true");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sql':'select {{$context.data.id}}','unsafe':true}",
                "{'sql':'select :id'}",
                "{'sql':'select {{ 1 # 2 }}'}",
                "{'other':'{{$context.data.id}}'}",
                "{'sql':null}",
            })
    void shouldAcceptTheOthers(String config) {
        assertThat(check(config)).isEmpty();
    }

    @Test
    void shouldRefuseTemplatesInAProgramThatNeverTakesThem() {
        assertThat(check("{'content':'return {{$context.data.id}};','unsafe':true}"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.detail())
                        .endsWith("bind the value to a variable")
                        .contains("{{$context.data.id}}"));
        assertThat(check("{'content':'const f = ({a}) => ({b: {c: a}}); {{ return f({a: 1}); }}'}"))
                .isEmpty();
    }

    private static List<Violation> check(String config) {
        var check = new TemplatesCheck();
        var at = JsonPointer.compile("/config");
        return ConfigFields.of(SCHEMA, Json.parse(config.replace('\'', '"')), at).stream()
                .flatMap(field -> check.check(field).stream())
                .toList();
    }
}
