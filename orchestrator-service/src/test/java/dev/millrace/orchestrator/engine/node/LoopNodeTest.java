package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.BREAKS;
import static dev.millrace.orchestrator.engine.Workflows.NEVER;
import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.Workflows;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopNodeTest {

    private static Workflows loop(String config) {
        return workflow()
                .head("l", "loop", config)
                .branch("i", "variable", "{'value':'{{$scopes.l.item}}'}", "l", 0)
                .node("after", "variable", "{'value':9}", "l");
    }

    private static Workflows breaking(String config) {
        return workflow()
                .head("l", "loop", config)
                .branch("i", "condition", "{'rejectOnFalse':false,'calculation':" + BREAKS + "}", "l", 0)
                .node("after", "variable", "{'value':9}", "l");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|0",
                "{'target':null}|0",
                "{'target':''}|0",
                "{'target':[]}|0",
                "{'target':0}|0",
                "{'target':2.9}|2",
                "{'target':[null,1]}|2",
                "{'target':'abc'}|1",
                "{'target':true}|1",
                "{'target':'{{$context.data}}'}|1"
            })
    void shouldCountPassesByTheKindOfTarget(String config, int passes) {
        // when
        var execution = EngineHarness.of(loop(config)).start();

        // then
        assertThat(execution.result("l")).isEqualTo(json("{'looped':%d,'done':%d}".formatted(passes, passes)));
        assertThat(execution.jobs("i")).hasSize(passes);
        assertThat(execution.result("after").intValue()).isEqualTo(9);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldEndAtOnceWithoutBody() {
        // when
        var execution =
                EngineHarness.of(workflow().head("l", "loop", "{'target':3}")).start();

        // then
        assertThat(execution.result("l")).isEqualTo(json("{'looped':0,'done':0}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-1|greater than 0", "99999999999|at most 2147483647"})
    void shouldRefuseATargetThatIsNoNumberOfPasses(String target, String message) {
        // when
        var execution = EngineHarness.of(loop("{'target':" + target + "}")).start();

        // then
        assertThat(execution.result("l").textValue()).contains(message);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().reason().code()).isEqualTo("invalid_target");
    }

    @Test
    void shouldShowPassesTheirScopeAndCoordinate() {
        // given
        var workflow = workflow()
                .head("a", "loop", "{'target':['x','y']}")
                .branch("b", "loop", "{'target':2}", "a", 0)
                .branch(
                        "i",
                        "variable",
                        "{'value':'{{$scopes.a.item}}{{$scopes.b.item}}{{$scopes.a.sequence}}{{$scopes.b.length}}'}",
                        "b",
                        0);

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.results("i")).containsExactly("\"x012\"", "\"x112\"", "\"y022\"", "\"y122\"");
        assertThat(execution.jobs("i").stream().map(job -> job.path().toString()))
                .containsExactly("a[0]/b[0]", "a[0]/b[1]", "a[1]/b[0]", "a[1]/b[1]");
    }

    @Test
    void shouldKeepScopesOverAWait() {
        // given
        var workflow = workflow()
                .head("a", "loop", "{'target':'{{$context.data}}'}")
                .branch("d", "delay", "{'duration':1,'unit':1000}", "a", 0)
                .node("i", "variable", "{'value':'{{$scopes.a.item.n}}'}", "d");

        // when
        var execution =
                EngineHarness.of(workflow).start("{'data':[{'n':5},{'n':6}]}").sleep(Duration.ofSeconds(3));

        // then
        assertThat(execution.results("i")).containsExactly("5", "6");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldFreezeTheTargetAtTheStart() {
        // given
        var workflow = workflow()
                .head("list", "variable", "{'value':[1,2]}")
                .node("l", "loop", "{'target':'{{$jobsMapByNodeKey.list}}'}", "list")
                .branch("grow", "variable", "{'target':'list','value':[1,2,3,4]}", "l", 0);

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.result("l")).isEqualTo(json("{'looped':2,'done':2}"));
        assertThat(execution.jobs("grow")).hasSize(2);
    }

    @Test
    void shouldLetALaterPassSeeWhatAnEarlierOneAssigned() {
        // given
        var workflow = workflow()
                .head("text", "variable", "{'value':''}")
                .node("l", "loop", "{'target':['a','b','c']}", "text")
                .branch(
                        "add",
                        "variable",
                        "{'target':'text','value':'{{$jobsMapByNodeKey.text}}{{$scopes.l.item}}'}",
                        "l",
                        0);

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.result("text").textValue()).isEqualTo("abc");
        assertThat(execution.job("text").path().toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|false|{'calculator':'lt','operands':['{{$scopes.l.index}}',2]}|{'looped':2,'done':2,'broken':true}",
                "1|false|{'calculator':'equal','operands':[1,0]}|{'looped':1,'done':1,'broken':true}",
                "0|true|{'calculator':'equal','operands':[1,0]}|{'looped':4,'done':0}",
                "0|true|{'calculator':'equal','operands':['{{$scopes.l.item}}',1]}|{'looped':4,'done':1}",
                "0|false|{'calculator':'equal','operands':[1,0]}|{'looped':0,'done':0,'broken':true}"
            })
    void shouldAskBeforeOrBetweenPasses(int checkpoint, boolean skip, String calculation, String result) {
        // given
        String condition = "{'checkpoint':%d,'continueOnFalse':%s,'engine':'basic','calculation':%s}"
                .formatted(checkpoint, skip, calculation);

        // when
        var execution = EngineHarness.of(loop("{'target':4,'condition':" + condition + "}"))
                .start();

        // then
        assertThat(execution.result("l")).isEqualTo(json(result));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldSeeTheLastPassWhenAskingBetweenPasses() {
        // given
        String condition =
                "{'checkpoint':1,'calculation':{'calculator':'lt','operands':['{{$jobsMapByNodeKey.i}}',1]}}";

        // when
        var execution = EngineHarness.of(loop("{'target':9,'condition':" + condition + "}"))
                .start();

        // then
        assertThat(execution.result("l")).isEqualTo(json("{'looped':2,'done':2,'broken':true}"));
    }

    @Test
    void shouldFailWithAConditionThatCannotBeAsked() {
        // when
        var execution = EngineHarness.of(loop("{'target':2,'condition':{'calculation':" + BREAKS + "}}"))
                .start();

        // then
        assertThat(execution.job("l").status()).isEqualTo(JobStatus.ERROR);
        assertThat(execution.result("l").isTextual()).isTrue();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @Test
    void shouldFailWithAFailedPassByDefault() {
        // when
        var execution = EngineHarness.of(breaking("{'target':3}")).start();

        // then
        assertThat(execution.job("l").status()).isEqualTo(JobStatus.ERROR);
        assertThat(execution.result("l")).isEqualTo(json("{'looped':1,'done':0}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().reason().detail()).contains("Node i ended as ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|{'looped':1,'done':0,'broken':true}", "2|{'looped':3,'done':3}"})
    void shouldLeaveOrGoOnAfterAFailedPass(int exit, String result) {
        // when
        var execution =
                EngineHarness.of(breaking("{'target':3,'exit':" + exit + "}")).start();

        // then
        assertThat(execution.result("l")).isEqualTo(json(result));
        assertThat(execution.result("after").intValue()).isEqualTo(9);
    }

    @Test
    void shouldStopAtTheLimitOfPasses() {
        // given
        var execution = new EngineHarness(loop("{'target':5}").graph(), new Limits(1_000, 1_000_000, 3));

        // when
        execution.start();

        // then
        assertThat(execution.result("l"))
                .isEqualTo(
                        json(
                                "{'looped':3,'done':3,'exceeded':true,'message':'Expected at most 3 passes (millrace.orchestrator.limits.loop-passes), but the loop has 5: raise the limit, or loop over less'}"));
        assertThat(execution.header().reason().code()).isEqualTo("loop_limit_exceeded");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @Test
    void shouldTakeOnePassAfterTheOtherThroughAWorker() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':2}")
                .branch("w", "work", "{'n':'{{$scopes.l.index}}'}", "l", 0)
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.w}}'}", "l");

        // when
        var execution = EngineHarness.of(workflow).start();
        assertThat(execution.command("w").config()).isEqualTo(json("{'n':0}"));
        execution.resolve("w", "'first'");
        assertThat(execution.command("w").config()).isEqualTo(json("{'n':1}"));
        execution.resolve("w", "'second'");

        // then
        assertThat(execution.result("after").textValue()).isEqualTo("second");
        assertThat(execution.commands()).hasSize(2);
    }

    @Test
    void shouldNotTurnForeverWithoutALetUpWhenEveryPassIsSkipped() {
        // given
        String never = "{'target':2000000,'condition':{'continueOnFalse':true,'calculation':" + NEVER + "}}";
        var execution = new EngineHarness(loop(never).graph(), new Limits(50, 1_000_000, 0));

        // when
        execution.start();

        // then
        assertThat(execution.result("l").path("looped").intValue()).isBetween(40, 60);
        assertThat(execution.proceeds()).hasSize(1);
    }
}
