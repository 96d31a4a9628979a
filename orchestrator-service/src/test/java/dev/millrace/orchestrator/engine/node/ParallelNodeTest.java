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
import org.junit.jupiter.params.provider.ValueSource;

class ParallelNodeTest {
    private static final String FINE = "{'value':1}";
    private static final String LATER = "{'duration':60,'unit':1000}";
    private static final String REJECTS = "{'rejectOnFalse':true,'calculation':" + NEVER + "}";
    private static final String FAULTY = "{'rejectOnFalse':true,'calculation':" + BREAKS + "}";

    private static Workflows workers(String mode) {
        return workflow()
                .head("p", "parallel", "{'mode':'" + mode + "'}")
                .branch("a", "work", "{}", "p", 0)
                .branch("b", "work", "{}", "p", 1)
                .branch("c", "work", "{}", "p", 2)
                .node("after", "variable", FINE, "p");
    }

    @Test
    void shouldAskAllBranchesAtOnce() {
        // when
        var execution = EngineHarness.of(workers("all")).start();

        // then
        assertThat(execution.commands()).extracting("nodeKey").containsExactly("a", "b", "c");
        assertThat(execution.result("p")).isEqualTo(json("[null,null,null]"));
    }

    @Test
    void shouldJoinAllBranchesInAnyOrder() {
        // given
        var execution = EngineHarness.of(workers("all")).start();

        // when
        execution.resolve("c", "3").resolve("a", "1");
        assertThat(execution.jobs("after")).isEmpty();
        execution.resolve("b", "2");

        // then
        assertThat(execution.result("p")).isEqualTo(json("[1,1,1]"));
        assertThat(execution.jobs("after")).hasSize(1);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldFailWithTheFirstFailureAndCancelTheOthers() {
        // given
        var execution = EngineHarness.of(workers("all")).start();

        // when
        execution.resolve("a", "1").fail("b");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.result("p")).isEqualTo(json("[1,-1,null]"));
        assertThat(execution.job("p").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.job("c").log()).contains("node p went on without it");
        assertThat(execution.header().reason().code()).isEqualTo("http_503");
    }

    @Test
    void shouldTakeTheFirstSuccessAndCancelTheOthers() {
        // given
        var execution = EngineHarness.of(workers("any")).start();

        // when
        execution.fail("a").resolve("c", "3");

        // then
        assertThat(execution.result("p")).isEqualTo(json("[-1,null,1]"));
        assertThat(execution.job("b").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.jobs("after")).hasSize(1);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldFailWhenNoBranchSucceeds() {
        // given
        var execution = EngineHarness.of(workers("any")).start();

        // when
        execution.fail("a").fail("b").end("c", JobStatus.ERROR, "null", null);

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.result("p")).isEqualTo(json("[-1,-1,-2]"));
    }

    @Test
    void shouldEndARaceWithWhoeverIsFirst() {
        // given
        var execution = EngineHarness.of(workers("race")).start();

        // when
        execution.fail("b");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.result("p")).isEqualTo(json("[null,-1,null]"));
        assertThat(execution.job("a").status()).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void shouldGoOnWhenAllHaveSettledHowever() {
        // given
        var execution = EngineHarness.of(workers("allSettled")).start();

        // when
        execution.fail("b").resolve("a", "1").end("c", JobStatus.REJECTED, "null", null);

        // then
        assertThat(execution.result("p")).isEqualTo(json("[1,-1,-5]"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all|variable|" + FINE + "|variable|" + FINE + "|[1,1]|RESOLVED",
                "all|condition|" + FAULTY + "|variable|" + FINE + "|[-2,null]|ERROR",
                "all|variable|" + FINE + "|condition|" + REJECTS + "|[1,-1]|FAILED",
                "any|condition|" + FAULTY + "|variable|" + FINE + "|[-2,1]|RESOLVED",
                "any|variable|" + FINE + "|condition|" + REJECTS + "|[1,null]|RESOLVED",
                "race|variable|" + FINE + "|delay|" + LATER + "|[1,null]|RESOLVED",
                "race|condition|" + REJECTS + "|variable|" + FINE + "|[-1,null]|FAILED",
                "allSettled|condition|" + FAULTY + "|condition|" + REJECTS + "|[-2,-1]|RESOLVED"
            })
    void shouldDecideBetweenPureBranchesFromLeftToRight(
            String mode, String typeA, String a, String typeB, String b, String result, ExecutionStatus status) {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{'mode':'" + mode + "'}")
                .branch("a", typeA, a, "p", 1)
                .branch("b", typeB, b, "p", 5);

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.result("p")).isEqualTo(json(result));
        assertThat(execution.status()).isEqualTo(status);
    }

    @Test
    void shouldCancelDeepInsideALosingBranchAndForgetItsTimers() {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{'mode':'any'}")
                .branch("l", "loop", "{'target':3}", "p", 0)
                .branch("q", "parallel", "{}", "l", 0)
                .branch("d1", "delay", LATER, "q", 0)
                .branch("d2", "delay", LATER, "q", 1)
                .branch("w", "work", "{}", "p", 1);
        var execution = EngineHarness.of(workflow).start();
        assertThat(execution.timers()).hasSize(2);

        // when
        execution.resolve("w", "1");

        // then
        assertThat(execution.timers()).isEmpty();
        assertThat(execution.jobs("l").get(0).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.job("q").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.job("d2").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "any", "race", "allSettled"})
    void shouldGoOnAtOnceWithoutBranches(String mode) {
        // when
        var execution = EngineHarness.of(workflow().head("p", "parallel", "{'mode':'" + mode + "'}"))
                .start();

        // then
        assertThat(execution.result("p")).isEqualTo(json("[]"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldWaitForATimeBesideABranchThatFailed() {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{'mode':'any'}")
                .branch("a", "condition", FAULTY, "p", 1)
                .branch("b", "delay", "{'duration':1,'unit':1000}", "p", 2);
        var execution = EngineHarness.of(workflow).start();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);

        // when
        execution.sleep(Duration.ofSeconds(2));

        // then
        assertThat(execution.result("p")).isEqualTo(json("[-2,1]"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldShowResultsOfAllBranchesBehindTheJoinInEachPass() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':2}")
                .branch("p", "parallel", "{}", "l", 0)
                .branch("x", "variable", "{'value':'{{$scopes.l.item}}x'}", "p", 1)
                .branch("y", "variable", "{'value':'{{$scopes.l.item}}y'}", "p", 2)
                .node("j", "variable", "{'value':'{{$jobsMapByNodeKey.x}}{{$jobsMapByNodeKey.y}}'}", "p");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.results("j")).containsExactly("\"0x0y\"", "\"1x1y\"");
    }
}
