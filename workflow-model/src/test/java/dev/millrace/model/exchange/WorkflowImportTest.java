package dev.millrace.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.document.TypeCatalogue;
import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowImportTest {
    private final WorkflowImport imports = new WorkflowImport(new AllButOne());

    @Test
    void shouldReadARestExportWithUnorderedNodes() {
        // when
        Imported imported = read("""
                {'data':{'id':301,'key':'k','title':'t','type':'custom-action','config':{'type':0},'executed':4,'sync':false,
                 'categories':[{'id':1,'title':'sales'},'plain'],
                 'nodes':[
                  {'id':903,'key':'z','type':'end','upstreamId':901,'downstreamId':null,'branchIndex':null},
                  {'id':901,'key':'c','type':'condition','upstreamId':null,'downstreamId':903,'branchIndex':null,'config':{'a':1}},
                  {'id':902,'key':'y','type':'end','upstreamId':901,'branchIndex':1}]}}
                """);

        // then
        assertThat(imported.findings()).isEmpty();
        assertThat(imported.document().key()).isEqualTo("k");
        assertThat(imported.document().categories()).containsExactly("sales", "plain");
        assertThat(places(imported)).containsExactly("z after c", "c after null", "y after c in 1");
        assertThat(imported.document().nodes().get(1).config()).isEqualTo(json("{'a':1}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "own shape|[{'key':'a','type':'x','upstreamKey':null},{'key':'b','type':'x','upstreamKey':'a','branchIndex':'error'}]|a after null;b after a in error",
                "list of steps|[{'type':'query'},{'type':'query'},{'type':'a b'}]|query_1 after null;query_2 after query_1;a_b_1 after query_2",
                "keys that are taken|[{'key':'x_1','type':'x'},{'type':'x'}]|x_1 after null;x_2 after x_1",
                "only downstream|[{'id':1,'key':'a','type':'x','downstreamId':2},{'id':2,'key':'b','type':'x'}]|a after null;b after a",
                "branch as text|[{'id':'1','key':'a','type':'x','upstreamId':null},{'id':'2','key':'b','type':'x','upstreamId':'1','branchIndex':'0'}]|a after null;b after a in 0",
                "ids beyond 2^53|[{'id':355882160652288001,'key':'a','type':'x'},{'id':355882160652288002,'key':'b','type':'x','upstreamId':355882160652288001}]|a after null;b after a"
            })
    void shouldPlaceNodes(String what, String nodes, String places) {
        var imported = read("{'type':'manual','nodes':%s}".formatted(nodes));

        assertThat(places(imported)).containsExactly(places.split(";"));
        assertThat(imported.findings()).isEmpty();
    }

    @Test
    void shouldTakeTriggerConfigAndConfigsThatAreTexts() {
        var imported = read(
                "{'type':'schedule','triggerConfig':{'mode':0},'nodes':[{'type':'end','config':'{\\'endStatus\\':1}'}]}");

        assertThat(imported.document().config()).isEqualTo(json("{'mode':0}"));
        assertThat(imported.document().nodes().get(0).config()).isEqualTo(json("{'endStatus':1}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'data':[{'id':1,'type':'manual'}]}|``|list_export",
                "[{'type':'manual'}]|``|list_export",
                "{'hello':'world'}|``|not_a_workflow",
                "5|``|not_a_workflow",
                "{'data':5}|``|not_a_workflow",
                "{'type':'manual','nodes':{'a':1}}|/nodes|malformed",
                "{'type':'manual','nodes':[{'type':'x','retry':{'maxAttempts':'many'}}]}|/nodes/0/retry/maxAttempts|malformed"
            })
    void shouldRefuseWhatIsNoWorkflow(String file, String pointer, String code) {
        var outcome = imports.read(json(file));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEqualTo(pointer);
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.detail()).startsWith("Expected ").contains(", but ");
                }));
    }

    @Test
    void shouldNameNodesByKeyInVariables() {
        // when
        var imported = read("""
                {'type':'manual','nodes':[{'id':901,'key':'a','type':'loop'},{'id':902,'key':'b','type':'x','upstreamId':901,'branchIndex':0,
                 'config':{'e':'{{$jobsMapByNodeId.901}} + {{$scopes.901.item}}','{{$jobsMapByNodeId.901.f}}':['{{$jobsMapByNodeId.77}}','{{$jobsMapByNodeId.9010}}']}}]}
                """);

        // then
        assertThat(imported.document().nodes().get(1).config())
                .isEqualTo(
                        json(
                                "{'e':'{{$jobsMapByNodeKey.a}} + {{$scopes.a.item}}','{{$jobsMapByNodeKey.a.f}}':['{{$jobsMapByNodeId.77}}','{{$jobsMapByNodeId.9010}}']}"));
        assertThat(imported.findings())
                .extracting(Violation::code)
                .containsExactly("unknown_node_id", "unknown_node_id");
    }

    @Test
    void shouldSetUiResidueAsideAndKeepItOverARoundTrip() {
        // given
        var first = read(
                "{'type':'approval','config':{'approvalUid':'u'},'nodes':[{'key':'a','type':'manual','config':{'schema':{'s':1},'assignFormSchema':{},'mode':1}}]}");

        // when
        var second = read(Json.text(first.document()).replace('"', '\''));

        // then
        assertThat(first.document().config()).isEqualTo(json("{'x-ui':{'approvalUid':'u'}}"));
        assertThat(first.document().nodes().get(0).config())
                .isEqualTo(json("{'mode':1,'x-ui':{'assignFormSchema':{},'schema':{'s':1}}}"));
        assertThat(second.document()).isEqualTo(first.document());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "where a = {{$context.n}} and \"{{$context.m}}\" = 1|where a = :var0 and \"{{$context.m}}\" = 1|sql_template_unbound",
                "where a = {{$context.n}} and b = '{{$context.m}}'|where a = :var0 and b = :var1|sql_template_bound",
                "where a like '%{{$context.n}}%'|where a like '%{{$context.n}}%'|sql_template_unbound",
                "{{$context.statement}}|{{$context.statement}}|sql_template_unbound",
                "select 1|select 1|"
            })
    void shouldBindTemplatesInSql(String sql, String bound, String code) {
        // given
        var file = Json.object().put("type", "manual");
        file.putArray("nodes")
                .addObject()
                .put("type", "sql")
                .putObject("config")
                .put("sql", sql);

        // when
        var imported = (Imported) imports.read(file);

        // then
        assertThat(imported.document().nodes().get(0).config().path("sql").textValue())
                .isEqualTo(bound);
        assertThat(imported.findings())
                .extracting(Violation::code)
                .containsExactly(code == null ? new String[0] : new String[] {code});
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'collection','sync':true}|/sync=sync_collection",
                "{'type':'schedule','config':{'cron':'0 0 * * *'}}|/config/repeat=cron_field",
                "{'type':'nobody-serves'}|/type=unknown_trigger_type",
                "{'type':'manual','nodes':[{'type':'nobody-serves','config':{'keep':1}}]}|/nodes/0/type=unknown_node_type",
                "{'type':'manual','nodes':[{'id':1,'type':'x','upstreamId':99,'branchIndex':0}]}|/nodes/0/upstreamKey=foreign_upstream",
                "{'type':'manual','nodes':[{'id':1,'type':'x','upstreamId':null,'downstreamId':3},{'id':2,'type':'x','upstreamId':1,'branchIndex':0},{'id':3,'type':'x','upstreamId':2}]}|/nodes/2/upstreamKey=joined_branches",
                "{'type':'manual','nodes':[{'type':'x','config':{'v':['{{$jobsMapByNodeKey.q.result}}']}}]}|/nodes/0/config/v/0=result_of_result",
                "{'type':'manual','nodes':[{'type':'condition','config':{'calculation':{'group':{'calculations':[{'operands':[1,{'type':'constant','value':1}]}]}}}}]}|/nodes/0/config/calculation/group/calculations/0/operands/1=obsolete_operand",
                "{'type':'manual','nodes':[{'type':'query','config':{'params':{'sort':['-id']}}}]}|/nodes/0/config/params/sort/0=bad_sort",
                "{'type':'manual','nodes':[{'type':'query','config':{'params':{'limit':5}}}]}|/nodes/0/config/params/limit=query_param_unused",
                "{'type':'manual','nodes':[{'type':'query','config':{'multiple':true}}]}|/nodes/0/config/params/pageSize=page_size_default",
                "{'type':'manual','nodes':[{'type':'calculation','config':{'calculation':{'engine':'math.js','expression':'1'}}}]}|/nodes/0/config/expression=nested_calculation",
                "{'type':'manual','nodes':[{'type':'script','config':{'expression':'return 1'}}]}|/nodes/0/config/content=script_expression",
                "{'type':'manual','nodes':[{'type':'notification','config':{'receivers':[{'type':'role','value':[1]}]}}]}|/nodes/0/config/receivers=role_receivers",
                "{'type':'manual','nodes':[{'type':'manual','config':{'forms':{'f':{}}}}]}|/nodes/0/config/forms/f=form_without_actions"
            })
    void shouldReportTypicalMistakesAtTheirPlace(String file, String expected) {
        var imported = read(file);

        assertThat(imported.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.pointer() + "=" + finding.code()).isEqualTo(expected);
            assertThat(finding.detail()).startsWith("Expected ").contains(", but ");
        });
    }

    @Test
    void shouldMendWhatCanOnlyMeanOneThing() {
        WorkflowDocument document =
                read("{'type':'schedule','config':{'cron':'0 0 * * *'},'nodes':[{'type':'calculation','config':{'calculation':{'engine':'math.js','expression':'1'}}},{'type':'nobody-serves','config':{'keep':1}}]}")
                        .document();

        assertThat(document.config()).isEqualTo(json("{'repeat':'0 0 * * *'}"));
        assertThat(document.nodes().get(0).config()).isEqualTo(json("{'engine':'math.js','expression':'1'}"));
        assertThat(document.nodes().get(1).config()).isEqualTo(json("{'keep':1}"));
    }

    private Imported read(String file) {
        return (Imported) imports.read(json(file));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace("\\'", "\\\"").replace('\'', '"'));
    }

    private static List<String> places(Imported imported) {
        return imported.document().nodes().stream()
                .map(node -> node.key() + " after " + node.upstreamKey()
                        + (node.branchIndex() == null ? "" : " in " + node.branchIndex()))
                .toList();
    }

    private static final class AllButOne implements TypeCatalogue {
        private static final String UNKNOWN = "nobody-serves";

        @Override
        public Optional<NodeTypeDescriptor> node(String type) {
            return type.equals(UNKNOWN)
                    ? Optional.empty()
                    : Optional.of(new NodeTypeDescriptor(
                            type, type, "control", null, null, null, null, false, true, "", null));
        }

        @Override
        public Optional<TriggerTypeDescriptor> trigger(String type) {
            return type.equals(UNKNOWN)
                    ? Optional.empty()
                    : Optional.of(new TriggerTypeDescriptor(type, type, null, null, null, null, "", null));
        }
    }
}
