package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import dev.millrace.orchestrator.engine.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON query and JSON variable mapping. */
class JsonNodesTest {
    private static final String CONTEXT =
            "{'data':{'crates':[{'fruit':'quince','ripe':true,'n':1},{'fruit':'apple','ripe':false,'n':2},{'fruit':'mango','ripe':true,'n':3}],"
                    + "'a':{'b':5},'i':1,'text':'abc','expr':'a.b','cart':{'lines':[{'sku':'K1','lot':0},{'sku':'K2'},{'sku':'','lot':null}],'code':'X5'},"
                    + "'grid':[[{'x':'p'},{'x':'q','y':'r'}],[{'x':false}],[]],'net':{'host':{'ip':'a'},'host.ip':'b'},'z':0,'e':'','f':false}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'expression':'crates[*].{t: fruit, k: n}'}~[{'t':'quince','k':1},{'t':'apple','k':2},{'t':'mango','k':3}]",
                "{'engine':null,'expression':'nothing.here'}~null",
                "{'engine':'jsonpathplus','expression':'$.crates[0].fruit'}~'quince'",
                "{'engine':'jsonpathplus','expression':'$.nowhere'}~null",
                "{'engine':'jsonpathplus','expression':'$..nowhere'}~null",
                "{'engine':'jsonpathplus','expression':'$..n'}~[1,2,3]",
                "{'engine':'jsonata','expression':'$sum(crates.n)'}~6",
                "{'engine':'jsonata','expression':'crates[ripe=true][{{$context.data.i}}].fruit'}~'mango'",
                "{'expression':'{{$context.data.expr}}'}~5",
                "{'expression':'crates[0]','model':[{'path':'fruit','alias':'name','label':'Name'},{'path':'n'},{'path':'none'}]}~{'name':'quince','n':1}",
                "{'expression':'crates','model':[{'path':'n','alias':''}]}~[{'n':1},{'n':2},{'n':3}]",
                "{'expression':'@','model':[{'path':'a.b'},{'path':'crates[1].fruit','alias':'second'},{'path':'crates.fruit'}]}~{'a_b':5,'second':'apple'}",
                "{'expression':'crates[*].n','model':[{'path':'n'}]}~[1,2,3]",
                "{'expression':'none','model':[{'path':'n'}]}~null",
                "{'expression':'z','model':[]}~0",
                "{'expression':'','model':[{'path':'i'}]}~{'i':1}",
                "{'expression':null,'model':[{'path':'i'}]}~{'i':1}"
            })
    void shouldQuery(String config, String result) {
        // when
        var execution = run("json-query", config.replaceFirst("\\{", "{'source':'{{\\$context.data}}',"));

        // then
        assertThat(execution.result("q")).isEqualTo(json(result));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'engine':'jmespath','expression':'a['}~SyntaxError",
                "{'engine':'jsonpathplus','expression':'$.['}~SyntaxError",
                "{'engine':'jsonata','expression':'a['}~SyntaxError",
                "{'engine':'jsonata','expression':'a[{{$context.data.text}}'}~SyntaxError",
                "{'engine':'jmespath','expression':'abs(text)'}~query_failed",
                "{'engine':'jsonata','expression':'-text'}~query_failed",
                "{'engine':'jsonata','expression':'($f := function() { $f() }; $f())'}~limit_exceeded",
                "{'engine':'xpath','expression':'/a'}~unknown_engine",
                "{'expression':'{{$env.KEY}}'}~secret_not_allowed"
            })
    void shouldTellWhyAQueryHasNoAnswer(String config, String code) {
        // when
        var execution = run("json-query", config.replaceFirst("\\{", "{'source':'{{\\$context.data}}',"));

        // then
        assertThat(execution.job("q").status()).isEqualTo(JobStatus.ERROR);
        assertThat(execution.result("q").textValue()).contains("Expected ").contains(", but ");
        assertThat(execution.header().reason().code()).isEqualTo(code);
        assertThat(execution.jobs("after")).isEmpty();
    }

    @Test
    void shouldAskNothingOfNothing() {
        for (String engine : new String[] {"jmespath", "jsonpathplus", "jsonata"}) {
            assertThat(run(
                                    "json-query",
                                    "{'engine':'%s','source':'{{$context.none}}','expression':'a'}".formatted(engine))
                            .result("q")
                            .isNull())
                    .as(engine)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'key':'v','paths':['cart','lines','___arr$___','sku']}~{'v':['K1','K2','']}",
                "{'key':'v','paths':['cart','lines','___arr$___','lot']}~{'v':[0,null]}",
                "{'key':'v','paths':['cart','code']}~{'v':'X5'}",
                "{'key':'v','paths':['grid','___arr$___','___arr$___','x']}~{'v':['p','q',false]}",
                "{'key':'v','paths':['grid','___arr$___','___arr$___','y']}~{'v':['r']}",
                "{'key':'v','paths':['cart','___arr$___','x']}~{}",
                "{'key':'v','paths':['none','___arr$___','x']}~{}",
                "{'key':'v','paths':['crates','1','fruit']}~{'v':'apple'}",
                "{'key':'v','paths':['crates',1,'fruit']}~{'v':'apple'}",
                "{'key':'v','paths':['net','host','ip']},{'key':'w','paths':['net','host.ip']}~{'v':'a','w':'b'}",
                "{'key':'v','paths':['z']},{'key':'w','paths':['e']},{'key':'x','paths':['f']}~{'v':0,'w':'','x':false}",
                "{'key':'v','paths':['none']}~{}",
                "{'name':'b','path':'a.b'}~{'b':5}",
                "{'path':'a.b'}~{'a.b':5}"
            })
    void shouldMap(String variables, String result) {
        // when
        var execution = run(
                "json-variable-mapping", "{'dataSource':'{{$context.data}}','variables':[%s]}".formatted(variables));

        // then
        assertThat(execution.result("q")).isEqualTo(json(result));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldAddressElementsByIndexWhereTheyAreApart() {
        // when
        var execution = run(
                "json-variable-mapping",
                "{'dataSource':'{{$context.data.cart}}','parseArray':true,'variables':[{'key':'v1','paths':['lines','0']},{'key':'v2','paths':['lines','___arr$___','0','sku']}]}");

        // then
        assertThat(execution.result("q")).isEqualTo(json("{'v1':{'sku':'K1','lot':0},'v2':'K1'}"));
    }

    @ParameterizedTest
    @CsvSource({"{{$context.data.text}}", "{{$context.data.none}}", "{{$context.data.z}}", "plain"})
    void shouldFailWhereThereIsNothingToMap(String source) {
        // when
        var execution = run(
                "json-variable-mapping",
                "{'dataSource':'%s','variables':[{'key':'v','paths':['a']}]}".formatted(source));

        // then
        assertThat(execution.job("q").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.result("q").textValue()).isEqualTo("The input data is not an object nor an array");
        assertThat(execution.header().reason().code()).isEqualTo("invalid_input");
        assertThat(execution.jobs("after")).isEmpty();
    }

    @Test
    void shouldRefuseAnAnswerThatIsTooLarge() {
        // given
        var graph = workflow()
                .head("q", "json-query", "{'engine':'jsonata','source':{},'expression':'[1..1000]'}")
                .graph();

        // when
        var execution = new EngineHarness(graph, new Limits(10, 1_000, 0)).start();

        // then
        assertThat(execution.header().reason().code()).isEqualTo("payload_too_large");
    }

    @Test
    void shouldAnswerTheSameWhenItIsPlayedAgain() {
        // given
        var workflow = workflow()
                .head("q", "json-query", "{'engine':'jsonata','source':{},'expression':'[$random(), $now()]'}")
                .node("r", "json-query", "{'engine':'jsonata','source':{},'expression':'[$random(), $now()]'}", "q");

        // when: the harness plays every advance twice and compares
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.result("q").path(1).textValue()).isEqualTo("2026-01-15T10:00:00.000Z");
        assertThat(execution.result("q").path(0))
                .isNotEqualTo(execution.result("r").path(0));
    }

    private static EngineHarness run(String type, String config) {
        return EngineHarness.of(workflow().head("q", type, config).node("after", "variable", "{'value':1}", "q"))
                .start(CONTEXT);
    }
}
