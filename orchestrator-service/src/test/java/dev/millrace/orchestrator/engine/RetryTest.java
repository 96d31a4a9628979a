package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.Steering;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on with an execution that ended badly. */
class RetryTest {

    @Test
    void shouldGoOnFromWhatFailed() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("a", "work", "{}")
                        .node("b", "work", "{'v':'{{$jobsMapByNodeKey.a}}'}", "a")
                        .node("c", "output", "{'value':'{{$jobsMapByNodeKey.b}}'}", "b"))
                .start()
                .resolve("a", "1")
                .fail("b");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);

        // when
        execution.retry();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        assertThat(execution.header().reason()).isNull();
        assertThat(execution.header().endedAt()).isNull();
        assertThat(execution.command("b").attempt()).isEqualTo(2);
        assertThat(execution.command("b").config()).isEqualTo(json("{'v':1}"));
        assertThat(execution.job("b").log()).contains("Attempt 1 ended as FAILED", "retried by ann");

        // when
        execution.resolve("b", "5");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.header().output()).isEqualTo(json("5"));
        assertThat(execution.jobs("a")).hasSize(1);
        assertThat(execution.header().steering().acts())
                .extracting(Steering.Act::detail)
                .containsExactly("was FAILED (http_503)");
    }

    @Test
    void shouldRefuseTheResultOfAnEarlierAttempt() {
        // given
        var execution = EngineHarness.of(workflow().head("a", "work", "{}")).start();
        var first = execution.command("a");
        execution.fail("a").retry();

        // when
        var late = execution.one(new Input.StepEnded(
                new StepResult("e1", first.jobId(), first.attempt(), JobStatus.RESOLVED, null, null, null)));

        // then
        assertThat(late.changes()).isEmpty();
    }

    @Test
    void shouldGoOnWithinTheFailedPassOfALoop() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("l", "loop", "{'target':['x','y','z']}")
                        .branch("w", "work", "{'item':'{{$scopes.l.item}}'}", "l", 0)
                        .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.l.done}}'}", "l"))
                .start()
                .resolve("w", "1")
                .fail("w");

        // when
        execution.retry();

        // then
        assertThat(execution.command("w").config()).isEqualTo(json("{'item':'y'}"));
        assertThat(execution.jobs("w")).hasSize(2);
        execution.resolve("w", "2").resolve("w", "3");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.result("after")).isEqualTo(json("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "race"})
    void shouldTryBranchesAgainThatWereCancelledWithTheFailedOne(String mode) {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("p", "parallel", "{'mode':'" + mode + "'}")
                        .branch("a", "work", "{}", "p", 1)
                        .branch("b", "work", "{}", "p", 2)
                        .node("after", "variable", "{'value':1}", "p"))
                .start()
                .fail("a");
        assertThat(execution.job("b").status()).isEqualTo(JobStatus.CANCELED);

        // when
        execution.retry().resolve("b", "2").resolve("a", "1");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.jobs("after")).hasSize(1);
        assertThat(execution.jobs("a")).hasSize(1);
    }

    @Test
    void shouldEnterBranchesThatNeverBegan() {
        // given: the first branch fails before the second could begin
        var execution = EngineHarness.of(workflow()
                        .head("p", "parallel", "{'mode':'all'}")
                        .branch("a", "condition", "{'calculation':" + Workflows.BREAKS + "}", "p", 1)
                        .branch("b", "work", "{}", "p", 2))
                .start();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.commands()).isEmpty();

        // when: it fails again, and again nothing of the second branch is lost
        execution.retry();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.job("a").attempt()).isEqualTo(2);
        assertThat(execution.header().steering().unfinished().tasks()).hasSize(1);
    }

    @Test
    void shouldNotTouchFailuresThatWereDealtWith() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("a", "work", "{}")
                        .onFailure(OnFailure.CONTINUE)
                        .node("l", "loop", "{'target':1,'exit':2}", "a")
                        .branch("w", "work", "{}", "l", 0)
                        .node("b", "work", "{}", "l"))
                .start()
                .fail("a")
                .fail("w")
                .fail("b");

        // when
        execution.retry();

        // then
        assertThat(execution.state().pending().values()).singleElement().satisfies(job -> assertThat(job.nodeKey())
                .isEqualTo("b"));
    }

    @Test
    void shouldGoOnInTheErrorBranch() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("a", "work", "{}")
                        .onFailure(OnFailure.BRANCH)
                        .errorBranch("e", "work", "{}", "a")
                        .node("b", "variable", "{'value':1}", "a"))
                .start()
                .fail("a")
                .fail("e");

        // when
        execution.retry().resolve("e", "1");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.job("a").attempt()).isEqualTo(1);
        assertThat(execution.jobs("b")).hasSize(1);
    }

    @Test
    void shouldGoOnWithATimeOfItsOwnAfterATimeout() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("p", "parallel", "{}")
                        .branch("w", "work", "{}", "p", 1)
                        .branch("d", "delay", "{'duration':20,'unit':1000}", "p", 2)
                        .options("{'timeout':30000}"))
                .start()
                .sleep(Duration.ofSeconds(31));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);

        // when
        execution.retry();

        // then
        assertThat(execution.header().expiresAt()).isEqualTo(execution.now().plusSeconds(30));
        execution.resolve("w", "1");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldGoOnBehindTheLimitOfNodeRuns() {
        // given
        var graph = workflow()
                .head("v", "variable", "{'value':1}")
                .node("o", "output", "{'value':2}", "v")
                .graph();
        var execution = new EngineHarness(graph, new Limits(10, 1_000_000, 0, 1, 10)).start();
        assertThat(execution.header().reason().code()).isEqualTo("node_limit_exceeded");

        // when
        execution.retry();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().steering().unfinished().tasks()).hasSize(1);
        assertThat(execution.header().steering().run()).isEqualTo(1);
    }

    @Test
    void shouldMakeAnAttemptOnceThatWasYetToBeMade() {
        // given
        var execution = new EngineHarness(
                        workflow()
                                .head("p", "parallel", "{}")
                                .branch("a", "work", "{}", "p", 1)
                                .branch("b", "work", "{}", "p", 2)
                                .graph(),
                        new Limits(1, 1_000_000, 0))
                .start();
        execution.proceed();
        execution.fail("a");
        execution.one(execution.retryInput());
        execution.cancel("ann");

        // when
        execution.retry();

        // then
        assertThat(execution.commands())
                .extracting(command -> command.jobId() + "#" + command.attempt())
                .doesNotHaveDuplicates();
        assertThat(execution.job("b").attempt()).isEqualTo(2);
    }

    @Test
    void shouldGiveEachRetryTheSameTime() {
        // given
        var execution = EngineHarness.of(workflow().head("w", "work", "{}").options("{'timeout':30000}"))
                .start()
                .pause()
                .sleep(Duration.ofHours(1))
                .resume()
                .fail("w");

        // when
        execution.retry().fail("w");
        execution.sleep(Duration.ofHours(1)).retry();

        // then
        assertThat(execution.header().expiresAt()).isEqualTo(execution.now().plusSeconds(30));
    }

    @Test
    void shouldGoOnFromATurnThatWasCancelled() {
        // given
        var workflow = workflow().head("v0", "variable", "{'value':0}");
        for (int i = 1; i < 9; i++) {
            workflow.node("v" + i, "variable", "{'value':" + i + "}", "v" + (i - 1));
        }
        var execution = new EngineHarness(workflow.graph(), new Limits(3, 1_000_000, 0));
        execution.start();
        execution.one(new Input.Steer(new ExecutionCommand.Cancel("e1", "ann")));
        assertThat(execution.jobs()).hasSize(3);

        // when
        execution.retry();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.jobs()).hasSize(9);
    }

    @Test
    void shouldMakeTheNextAttemptAtOnce() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("a", "work", "{}")
                        .envelope(new RetryPolicy(3, 3_600_000, null, null, null), null, null))
                .start()
                .fail("a");
        assertThat(execution.commands()).hasSize(1);

        // when
        execution.retry();

        // then
        assertThat(execution.command("a").attempt()).isEqualTo(2);
        assertThat(execution.timers()).isEmpty();
    }

    @Test
    void shouldHaveNothingToRetryOfASuccess() {
        // given
        var execution =
                EngineHarness.of(workflow().head("a", "work", "{}")).start().resolve("a", "1");

        // when
        var advance = execution.one(execution.retryInput());

        // then
        assertThat(advance.changes()).isEmpty();
        assertThat(execution.header().steering().unfinished()).isNull();
    }
}
