package dev.millrace.orchestrator.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.check.ConditionCheck;
import dev.millrace.expressions.check.ExpressionCheck;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.document.BranchIndex;
import dev.millrace.model.document.CollectionLookup;
import dev.millrace.model.document.DocumentValidator;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.TypeCatalogue;
import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.orchestrator.engine.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            "condition",
            "workflow",
            "variable",
            "sampleJson",
            "hidden");

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
                        "dateCalculation",
                        "json-query",
                        "json-variable-mapping",
                        "delay",
                        "output",
                        "response",
                        "response-message",
                        "subflow",
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

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldHaveAnExampleThatCanBeSaved(NodeTypeDescriptor descriptor) {
        assertThat(violations(descriptor.type(), descriptor.example())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "condition|{}|/rejectOnFalse",
                "condition|{'rejectOnFalse':1}|/rejectOnFalse",
                "condition|{'rejectOnFalse':true,'engine':'cobol'}|/engine",
                "condition|{'rejectOnFalse':true,'engine':'formula.js','expression':'(1 +'}|/expression",
                "condition|{'rejectOnFalse':true,'calculation':{'calculator':'foo','operands':[1,1]}}|/calculation/calculator",
                "multi-conditions|{'conditions':[{},{'calculation':{'calculator':'foo','operands':[1,1]}}]}|/conditions/1/calculation/calculator",
                "loop|{'target':{'a':1}}|/target",
                "loop|{'exit':3}|/exit",
                "loop|{'condition':{'calculation':{'calculator':'foo','operands':[1,1]}}}|/condition/calculation/calculator",
                "parallel|{'mode':'most'}|/mode",
                "variable|{'target':3}|/target",
                "variable|{'target':'nowhere','value':1}|/target",
                "calculation|{'engine':'formula.js','expression':'(1 +'}|/expression",
                "dateCalculation|{'inputType':'text'}|/inputType",
                "dateCalculation|{'steps':[{'function':'add'},{'function':'moonPhase'}]}|/steps/1/function",
                "dateCalculation|{'steps':[{'arguments':{}}]}|/steps/0/function",
                "json-query|{'engine':'xpath'}|/engine",
                "json-query|{'expression':'a['}|/expression",
                "json-query|{'engine':'jsonata','expression':'$f(/(?=a)/)'}|/expression",
                "json-query|{'engine':'jsonpathplus','expression':'$.a[?(@.b =~ /x/)]'}|/expression",
                "json-query|{'model':[{'alias':'a'}]}|/model/0/path",
                "json-variable-mapping|{'variables':[{'key':'a','paths':'b'}]}|/variables/0/paths",
                "json-variable-mapping|{'variables':{}}|/variables",
                "delay|{'duration':0}|/duration",
                "delay|{'duration':'soon'}|/duration",
                "delay|{'unit':5}|/unit",
                "delay|{'endStatus':0}|/endStatus",
                "end|{'endStatus':2}|/endStatus",
                "response|{'statusCode':99}|/statusCode",
                "response|{'headers':[{'name':'a b'}]}|/headers/0/name"
            })
    void shouldRefuseAConfigAtTheFieldAtFault(String type, String config, String field) {
        assertThat(violations(type, Workflows.json(config))).first().isEqualTo("/nodes/0/config" + field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loop|{}",
                "loop|{'target':null,'condition':false}",
                "loop|{'condition':null}",
                "delay|{}",
                "parallel|{}",
                "calculation|{}",
                "delay|{'duration':'{{$context.data.n}}'}",
                "response|{'statusCode':'{{$context.data.n}}'}",
                "end|{}",
                "dateCalculation|{}",
                "dateCalculation|{'input':null,'steps':[{'function':'add','arguments':{'number':'','unit':'fortnight'}}]}",
                "dateCalculation|{'steps':[{'function':'transDuration','arguments':{'round':''}}]}",
                "json-query|{}",
                "json-query|{'expression':'a[{{$context.data.i}}'}",
                "json-query|{'engine':'jsonata','expression':'a.b','model':[{'path':'a.b'}]}",
                "json-variable-mapping|{}",
                "json-variable-mapping|{'variables':[{'path':'a.b'}],'example':null}",
                "variable|{}",
                "condition|{'rejectOnFalse':false,'engine':'basic','calculation':{},'expression':''}",
                "multi-conditions|{'conditions':[]}"
            })
    void shouldAcceptWhatIsLeftOpen(String type, String config) {
        assertThat(violations(type, Workflows.json(config))).isEmpty();
    }

    private static List<String> violations(String type, JsonNode config) {
        var nodes = new ArrayList<NodeDocument>();
        nodes.add(new NodeDocument("n", type, "n", config, null, null, null, null, null));
        if (type.equals("parallel")) {
            nodes.add(new NodeDocument("b", "end", "b", null, "n", BranchIndex.of(1), null, null, null));
        }
        var document = new WorkflowDocument(null, "T", null, "manual", false, true, null, null, null, nodes);
        var checks = List.of(new ConditionCheck(Workflows.LANGUAGES), new ExpressionCheck(Workflows.LANGUAGES));
        return new DocumentValidator(new Catalogue(), (source, name) -> CollectionLookup.Answer.UNKNOWN, checks)
                .validate(document).violations().stream()
                        .map(Violation::pointer)
                        .toList();
    }

    private static final class Catalogue implements TypeCatalogue {
        @Override
        public Optional<NodeTypeDescriptor> node(String type) {
            return ControlNodes.ofType(type).map(ControlNode::descriptor);
        }

        @Override
        public Optional<TriggerTypeDescriptor> trigger(String type) {
            return Optional.of(new TriggerTypeDescriptor(type, type, null, null, null, null, null, null));
        }
    }
}
