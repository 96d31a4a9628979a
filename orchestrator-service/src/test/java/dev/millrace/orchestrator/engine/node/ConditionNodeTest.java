package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.BREAKS;
import static dev.millrace.orchestrator.engine.Workflows.NEVER;
import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import dev.millrace.orchestrator.engine.Workflows;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionNodeTest {

    private static Workflows branching(String config) {
        return workflow()
                .head("c", "condition", config)
                .branch("yes", "variable", "{'value':'y'}", "c", 1)
                .branch("no", "variable", "{'value':'n'}", "c", 0)
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.c}}'}", "c");
    }

    @ParameterizedTest
    @CsvSource({"11, yes, no, true", "10, no, yes, false"})
    void shouldTakeTheBranchOfTheAnswer(int n, String taken, String other, boolean answer) {
        // given
        String config =
                "{'rejectOnFalse':false,'calculation':{'calculator':'gt','operands':['{{$context.data.n}}',10]}}";

        // when
        var execution = EngineHarness.of(branching(config)).start("{'data':{'n':" + n + "}}");

        // then
        assertThat(execution.jobs(taken)).hasSize(1);
        assertThat(execution.jobs(other)).isEmpty();
        assertThat(execution.result("after").booleanValue()).isEqualTo(answer);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldBeYesWithoutAQuestion() {
        // when
        var execution = EngineHarness.of(branching("{'rejectOnFalse':true}")).start();

        // then
        assertThat(execution.jobs("yes")).hasSize(1);
    }

    @Test
    void shouldGoOnBehindWhenTheBranchIsMissing() {
        // given
        var workflow = workflow()
                .head("c", "condition", "{'rejectOnFalse':false,'calculation':" + NEVER + "}")
                .branch("yes", "variable", "{'value':1}", "c", 1)
                .node("after", "variable", "{'value':2}", "c");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("c", "after");
    }

    @Test
    void shouldEndAsFailedOnNoWhenItRejects() {
        // when
        var execution = EngineHarness.of(branching("{'rejectOnFalse':true,'calculation':" + NEVER + "}"))
                .start();

        // then
        assertThat(execution.jobs()).hasSize(1);
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.result("c").booleanValue()).isFalse();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.header().reason().code()).isEqualTo("condition_not_met");
    }

    @Test
    void shouldEndAsErrorWhenItCannotBeAsked() {
        // when
        var execution = EngineHarness.of(branching("{'rejectOnFalse':false,'calculation':" + BREAKS + "}"))
                .start();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.result("c").textValue()).contains(": ");
        assertThat(execution.jobs()).hasSize(1);
    }

    @Test
    void shouldPassOnAFailureInABranchAndKeepItsOwnAnswer() {
        // given
        var workflow = workflow()
                .head("c", "condition", "{'rejectOnFalse':false}")
                .branch("inner", "condition", "{'rejectOnFalse':true,'calculation':" + NEVER + "}", "c", 1)
                .node("after", "variable", "{'value':2}", "c");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(execution.jobs("after")).isEmpty();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void shouldGoOnBehindABranchThatWaited() {
        // given
        var workflow = workflow()
                .head("c", "condition", "{'rejectOnFalse':false}")
                .branch("d", "delay", "{'duration':1,'unit':1000}", "c", 1)
                .node("after", "variable", "{'value':2}", "c");

        // when
        var execution = EngineHarness.of(workflow).start();
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.RESOLVED);
        execution.sleep(Duration.ofSeconds(1));

        // then
        assertThat(execution.result("after").intValue()).isEqualTo(2);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    private static Workflows several(String first, String second, boolean goOn) {
        return workflow()
                .head(
                        "m",
                        "multi-conditions",
                        "{'continueOnNoMatch':%s,'conditions':[{'calculation':%s},{'calculation':%s}]}"
                                .formatted(goOn, first, second))
                .branch("b1", "variable", "{'value':1}", "m", 1)
                .branch("b2", "variable", "{'value':2}", "m", 2)
                .branch("b0", "variable", "{'value':0}", "m", 0)
                .node("after", "variable", "{'value':9}", "m");
    }

    @Test
    void shouldTakeTheFirstConditionThatHolds() {
        // when
        var execution = EngineHarness.of(several(NEVER, "{}", false)).start();

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("m", "b2", "after");
        assertThat(execution.result("m").booleanValue()).isTrue();
        assertThat(execution.job("m").meta()).isEqualTo(json("{'conditions':[false,true]}"));
    }

    @Test
    void shouldNotAskBehindTheFirstThatHolds() {
        // when
        var execution = EngineHarness.of(several("{}", BREAKS, false)).start();

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("m", "b1", "after");
    }

    @Test
    void shouldRunOtherwiseThenFailWithoutAMatch() {
        // when
        var execution = EngineHarness.of(several(NEVER, NEVER, false)).start();

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("m", "b0");
        assertThat(execution.job("m").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void shouldRunOtherwiseThenGoOnWhenTold() {
        // when
        var execution = EngineHarness.of(several(NEVER, NEVER, true)).start();

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("m", "b0", "after");
        assertThat(execution.result("m").booleanValue()).isFalse();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldStopAtAConditionThatCannotBeAsked() {
        // when
        var execution = EngineHarness.of(several(BREAKS, "{}", true)).start();

        // then
        assertThat(execution.jobs()).hasSize(1);
        assertThat(execution.result("m").isTextual()).isTrue();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }
}
