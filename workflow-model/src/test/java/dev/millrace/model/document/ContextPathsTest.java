package dev.millrace.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.TemplateReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextPathsTest {
    private static final JsonNode WEBHOOK = Json.parse("""
            {"type": "object", "properties": {
              "body": {},
              "headers": {"type": "object", "additionalProperties": {"type": "string"}, "properties": {"host": {}}},
              "order": {"type": "object", "properties": {"id": {}, "total": {}}}}}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$context",
                "$context.body.anything.at.all",
                "$context.headers.x-own",
                "$context.order",
                "$context.order.id",
                "$context.order.id.more"
            })
    void shouldNotDoubtWhatMayBeThere(String path) {
        assertThat(ContextPaths.doubt(WEBHOOK, path(path).path())).isEmpty();
    }

    @Test
    void shouldDoubtWhatTheTriggerDoesNotWrite() {
        assertThat(ContextPaths.doubt(WEBHOOK, path("$context.data").path()))
                .hasValue(
                        "Expected one of body, headers, order, which the trigger writes, but \"data\" in {{$context.data}} is none of them: it may have no value");
        assertThat(ContextPaths.doubt(WEBHOOK, path("$context.order.sum").path()))
                .hasValueSatisfying(detail -> assertThat(detail).startsWith("Expected one of id, total"));
    }

    @Test
    void shouldKnowNothingWithoutASchema() {
        assertThat(ContextPaths.doubt(null, path("$context.data").path())).isEmpty();
        assertThat(ContextPaths.doubt(Json.object(), path("$context.data").path()))
                .isEmpty();
    }

    private static TemplateReference path(String text) {
        return Template.compile(Json.NODES.textNode("{{" + text + "}}")).paths().get(0);
    }
}
