package dev.millrace.orchestrator.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlNodesTest {
    private static final Set<String> HINTS = Set.of(
            "expression",
            "template",
            "collection",
            "fields",
            "filter",
            "assignments",
            "duration",
            "code",
            "keyValues",
            "json",
            "condition");

    static Stream<NodeTypeDescriptor> descriptors() {
        return ControlNodes.descriptors().stream();
    }

    @Test
    void shouldListEveryControlNode() {
        assertThat(descriptors().map(NodeTypeDescriptor::type))
                .containsExactlyInAnyOrder(
                        "condition",
                        "multi-conditions",
                        "loop",
                        "parallel",
                        "variable",
                        "calculation",
                        "delay",
                        "output",
                        "response",
                        "end");
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldDescribeItselfCompletely(NodeTypeDescriptor descriptor) {
        assertThat(descriptor.title()).isNotBlank();
        assertThat(descriptor.help()).isNotBlank();
        assertThat(descriptor.icon()).isNotBlank();
        assertThat(descriptor.group()).isIn("control", "calculation");
        assertThat(descriptor.configSchema().path("type").asText()).isEqualTo("object");
        descriptor.example().fieldNames().forEachRemaining(name -> assertThat(
                        descriptor.configSchema().path("properties").has(name))
                .as("%s of the example of %s", name, descriptor.type())
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldUseOnlyHintsThatTheEditorKnows(NodeTypeDescriptor descriptor) {
        List<String> hints = new ArrayList<>(descriptor.configSchema().findValuesAsText("x-ui"));
        assertThat(HINTS).containsAll(hints);
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldCompileAnyConfigWithoutThrowing(NodeTypeDescriptor descriptor) {
        var compiler = new Compiler(Map.of());
        var type = ControlNodes.ofType(descriptor.type()).orElseThrow();
        var configs = new ArrayList<>(List.of(Json.object(), descriptor.example()));
        List<String> names = new ArrayList<>();
        descriptor.configSchema().path("properties").fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            for (String value : List.of("null", "1e99", "\"{{x\"", "[[]]", "{\"a\":[1]}", "false")) {
                configs.add(Json.object().set(name, Json.parse(value)));
            }
        }
        assertThat(configs).allSatisfy(config -> assertThat(type.compile(
                        new NodeDocument("k", descriptor.type(), null, config, null, null, null, null, null), compiler))
                .isNotNull());
    }
}
