package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    private static final TimerKey EXPIRY = new TimerKey(0, TimerKey.Kind.EXECUTION_TIMEOUT);

    private static Workflows waiting() {
        return workflow()
                .head("p", "parallel", "{}")
                .branch("w", "work", "{'x':'{{$context.data.x}}','s':'Bearer {{$env.TOKEN}}'}", "p", 0)
                .branch("d", "delay", "{'duration':60,'unit':1000}", "p", 1)
                .node("after", "work", "{'v':'{{$jobsMapByNodeKey.w.id}}'}", "p");
    }

    @Test
    void shouldResolveAtOnceWithoutNodes() {
        // when
        var execution = EngineHarness.of(workflow()).start();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.header().endedAt()).isEqualTo(EngineHarness.START);
        assertThat(execution.jobs()).isEmpty();
    }

    @Test
    void shouldAskAWorkerWithEverythingItNeeds() {
        // when
        var execution = EngineHarness.of(waiting()).start("{'data':{'x':[1]}}");

        // then
        var command = execution.command("w");
        assertThat(command.executionId()).isEqualTo("e1");
        assertThat(command.jobId()).isEqualTo("e1.2");
        assertThat(command.attempt()).isEqualTo(1);
        assertThat(command.config()).isEqualTo(json("{'x':[1],'s':null}"));
        assertThat(command.secrets()).hasSize(1);
        assertThat(command.stack()).containsExactly("caller", "flow");
        assertThat(command.sync()).isFalse();
        assertThat(command.deadline()).isNull();
    }

    @Test
    void shouldRunFortyNodesInOneAdvance() {
        // given
        var workflow = workflow().head("n0", "variable", "{'value':0}");
        for (int i = 1; i < 40; i++) {
            workflow.node(
                    "n" + i, "variable", "{'value':['{{$jobsMapByNodeKey.n%d}}']}".formatted(i - 1), "n" + (i - 1));
        }

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.header().advance()).isEqualTo(1);
        assertThat(execution.jobs()).hasSize(40).allMatch(job -> job.status() == JobStatus.RESOLVED);
    }

    @Test
    void shouldCancelEverythingByName() {
        // given
        var execution = EngineHarness.of(waiting().options("{'timeout':90000}")).start();
        assertThat(execution.timers()).hasSize(2);

        // when
        execution.cancel("ann");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.CANCELED);
        assertThat(execution.header().reason().code()).isEqualTo("manual_cancel");
        assertThat(execution.header().reason().by()).isEqualTo("ann");
        assertThat(execution.jobs()).allMatch(job -> job.status() == JobStatus.CANCELED);
        assertThat(execution.timers()).isEmpty();
    }

    @Test
    void shouldAbortWhenItsTimeIsOver() {
        // given
        var execution = EngineHarness.of(waiting().options("{'timeout':1000}")).start();
        assertThat(execution.header().expiresAt()).isEqualTo(EngineHarness.START.plusSeconds(1));

        // when
        execution.sleep(Duration.ofSeconds(1));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.header().reason().code()).isEqualTo("timeout");
        assertThat(execution.jobs()).allMatch(job -> job.status() == JobStatus.ABORTED);
        assertThat(execution.timers()).isEmpty();
    }

    @Test
    void shouldSetTheExecutionTimerAgainThatComesEarly() {
        // given
        var execution = EngineHarness.of(waiting().options("{'timeout':1000}")).start();
        execution.timers().remove(EXPIRY);

        // when
        execution.timer(EXPIRY);

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        assertThat(execution.timers()).containsEntry(EXPIRY, EngineHarness.START.plusSeconds(1));
    }

    @Test
    void shouldAskAgainForWhatItWaitsForWhenARecordComesTwice() {
        // given
        var execution = EngineHarness.of(waiting()).start();
        var first = execution.command("w");

        // when
        var repeat = execution.input(new Input.Start(EngineHarness.event("{'data':{}}", null)));

        // then
        assertThat(repeat.changes()).isEmpty();
        assertThat(repeat.effects()).containsExactly(new Effect.Dispatch(first));
    }

    @Test
    void shouldAskForTheNextStepWhenAResultComesTwice() {
        // given
        var execution = EngineHarness.of(waiting()).start().sleep(Duration.ofMinutes(2));
        execution.resolve("w", "{'id':5}");
        var asked = execution.command("after");
        var result = new StepResult("e1", "e1.2", 1, JobStatus.FAILED, json("{}"), null, null);

        // when
        var repeat = execution.input(new Input.StepEnded(result));

        // then
        assertThat(repeat.changes()).isEmpty();
        assertThat(repeat.effects()).containsExactly(new Effect.Dispatch(asked));
        assertThat(asked.config()).isEqualTo(json("{'v':5}"));
    }

    @Test
    void shouldTellWorkersTheNearestDeadline() {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{}")
                .branch("short", "work", "{}", "p", 0)
                .timeout(1_000)
                .branch("long", "work", "{}", "p", 1)
                .timeout(10_000)
                .options("{'timeout':5000}");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.command("short").deadline()).isEqualTo(EngineHarness.START.plusSeconds(1));
        assertThat(execution.command("long").deadline()).isEqualTo(EngineHarness.START.plusSeconds(5));
    }

    @Test
    void shouldNestAsDeepAsAnyoneDraws() {
        // given
        var workflow = workflow().head("c0", "condition", "{'rejectOnFalse':false}");
        for (int i = 1; i < 5_000; i++) {
            workflow.branch(
                    "c" + i, i % 2 == 0 ? "condition" : "parallel", "{'rejectOnFalse':false}", "c" + (i - 1), 1);
        }
        workflow.branch("w", "work", "{}", "c4999", 1);
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.fail("w");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.header().reason().detail()).startsWith("Node w ended as FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e2.2", "e1.99", "e1.1", "e1.", "e1.x", "", "e1.99999999999"})
    void shouldIgnoreResultsThatItDoesNotWaitFor(String jobId) {
        // given
        var execution = EngineHarness.of(waiting()).start();

        // when
        var late = execution.input(
                new Input.StepEnded(new StepResult("e1", jobId, 1, JobStatus.RESOLVED, json("1"), null, null)));

        // then
        assertThat(late.changes()).isEmpty();
        assertThat(execution.job("w").status()).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void shouldChangeNothingOnceItHasEnded() {
        // given
        var execution = EngineHarness.of(waiting()).start().cancel("ann");
        var end = execution.header();

        // when
        execution.resolve("w", "1").cancel("bob");
        execution.timer(new TimerKey(3, TimerKey.Kind.DELAY));
        execution.timer(EXPIRY);
        execution.input(new Input.Steer(new ExecutionCommand.Proceed("e1", end.advance())));

        // then
        assertThat(execution.header()).isEqualTo(end);
    }

    @Test
    void shouldIgnoreATimerThatTheJobDoesNotHave() {
        // given
        var execution = EngineHarness.of(waiting()).start();

        // when
        var late = execution.timer(new TimerKey(2, TimerKey.Kind.STEP_TIMEOUT));

        // then
        assertThat(late.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "1, 1, false", "1, 2, true", "2, 2, false", "3, 0, false"})
    void shouldCutChainsAtTheStackLimit(int times, int limit, boolean admitted) {
        // given
        var graph = workflow().options("{'stackLimit':" + limit + "}").graph();
        var stack = new ArrayList<>(Collections.nCopies(times, "flow"));
        stack.add("other");
        var event = new TriggerEvent("e1", "v1", "flow", "k", json("{}"), List.copyOf(stack), null, null, null);
        var engine = new EngineHarness(graph, Limits.DEFAULT).engine();

        // when
        var refusal = engine.admits(event, graph);

        // then
        assertThat(refusal.isEmpty()).isEqualTo(admitted);
        refusal.ifPresent(reason -> assertThat(reason).startsWith("stack_limit: Expected workflow flow at most"));
    }

    @Test
    void shouldEndAsErrorAtANodeTypeThatNobodyServes() {
        // when
        var execution = EngineHarness.of(workflow().head("x", "teleport", "{}")).start();

        // then
        assertThat(execution.result("x").path("message").textValue())
                .isEqualTo("Expected a worker for node type teleport, which node x has, but none has ever announced it:"
                        + " start one, or change the node");
        assertThat(execution.header().reason().code()).isEqualTo("unknown_node_type");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @Test
    void shouldNameWhatItWaitsFor() {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{}")
                .branch("w", "work", "{}", "p", 0)
                .timeout(5_000)
                .branch("m", "manual", "{}", "p", 1)
                .branch("l", "loop", "{'target':2}", "p", 2)
                .branch("d", "delay", "{'duration':60,'unit':1000}", "l", 0);

        // when
        var waits = EngineHarness.of(workflow).start().waiting();

        // then
        assertThat(waits).extracting("nodeKey").containsExactly("w", "m", "d");
        assertThat(waits)
                .extracting("kind")
                .containsExactly(Waiting.Kind.WORKER, Waiting.Kind.PERSON, Waiting.Kind.TIMER);
        assertThat(waits).extracting("jobId").containsExactly("e1.2", "e1.3", "e1.5");
        assertThat(waits).extracting("path").containsExactly("", "", "l[0]");
        assertThat(waits)
                .extracting("until")
                .containsExactly(EngineHarness.START.plusSeconds(5), null, EngineHarness.START.plusSeconds(60));
    }

    @Test
    void shouldEndAStepWhoseResultIsTooLarge() {
        // given
        var execution = new EngineHarness(waiting().graph(), new Limits(100, 1_000, 0)).start();

        // when
        execution.resolve("w", "'" + "x".repeat(1_001) + "'");

        // then
        assertThat(execution.result("w").path("code").textValue()).isEqualTo("payload_too_large");
        assertThat(execution.result("w").path("message").textValue())
                .isEqualTo(
                        "Expected the result of node w to be at most 1000 bytes as JSON (millrace.limits.payload-bytes), but it is larger");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "work|{'a':'{{$context.data}}'}|config", "loop|{'target':'{{$context.data}}'}|target",
                "variable|{'value':'{{$context.data}}'}|result", "output|{'value':['{{$context.data}}']}|result",
                "response|{'body':['{{$context.data}}']}|result"
            })
    void shouldBoundWhatANodeKeeps(String type, String config, String what) {
        // given
        var workflow = workflow().head("n", type, config).branch("i", "variable", "{}", "n", 0);
        var execution = new EngineHarness(workflow.graph(), new Limits(100, 1_000, 0));

        // when
        execution.start("{'data':['" + "x".repeat(2_000) + "']}");

        // then
        assertThat(
                        execution.result("n").isObject()
                                ? execution.result("n").path("message").textValue()
                                : execution.result("n").textValue())
                .startsWith("Expected the " + what + " of node n to be at most 1000 bytes");
        assertThat(execution.header().reason().code()).isEqualTo("payload_too_large");
        assertThat(execution.header().output()).isNull();
    }
}
