package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pausing, cancelling and ending jobs from outside. */
class SteeringTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void shouldBeginNothingWhilePausedAndGoOnThere() {
        // given
        var execution = EngineHarness.of(workflow().head("a", "work", "{}").node("b", "work", "{}", "a"))
                .start();

        // when
        execution.pause().resolve("a", "1");

        // then
        assertThat(execution.job("a").status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(execution.jobs("b")).isEmpty();
        assertThat(execution.waiting()).extracting(Waiting::kind).containsExactly(Waiting.Kind.RESUME);

        // when
        execution.resume().resolve("b", "2");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.header().steering().acts())
                .extracting(Steering.Act::action, Steering.Act::by)
                .containsExactly(tuple("pause", "ann"), tuple("resume", "ann"));
    }

    @Test
    void shouldLetNoTimePassWhilePaused() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("d", "delay", "{'duration':10,'unit':1000}")
                        .options("{'timeout':15000}"))
                .start();

        // when
        execution.sleep(SECOND.multipliedBy(4)).pause();
        execution.sleep(Duration.ofDays(3)).resume().sleep(SECOND.multipliedBy(5));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        execution.sleep(SECOND);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldSetItsTimersAgainAfterAPauseOfNoTime() {
        // when
        var execution = EngineHarness.of(workflow().head("d", "delay", "{'duration':10,'unit':1000}"))
                .start()
                .pause()
                .resume();

        // then
        assertThat(execution.timers().values()).containsExactly(EngineHarness.START.plusSeconds(10));
    }

    @Test
    void shouldAskAgainForAStepWhoseDeadlineWentByWhilePaused() {
        // given
        var execution = EngineHarness.of(workflow().head("w", "work", "{}").timeout(5_000))
                .start();

        // when
        execution.pause().sleep(SECOND.multipliedBy(60)).resume();

        // then
        assertThat(execution.commands()).hasSize(2);
        assertThat(execution.command("w").attempt()).isEqualTo(1);
        assertThat(execution.command("w").deadline()).isEqualTo(EngineHarness.START.plusSeconds(65));
        execution.sleep(SECOND.multipliedBy(5));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void shouldNotTryAgainWhilePaused() {
        // given
        var execution = EngineHarness.of(workflow().head("w", "work", "{}").retry(2, 1_000))
                .start();

        // when
        execution.pause().sleep(SECOND.multipliedBy(60)).fail("w").sleep(SECOND.multipliedBy(60));

        // then
        assertThat(execution.commands()).hasSize(1);
        execution.resume().sleep(SECOND.multipliedBy(2));
        assertThat(execution.commands()).hasSize(2);
    }

    @Test
    void shouldRefuseACommandOfAnEarlierMoment() {
        // given
        var execution = EngineHarness.of(workflow().head("w", "work", "{}"))
                .start()
                .pause()
                .resume();

        // when
        var stale = execution.one(new Input.Steer(new ExecutionCommand.Pause(EngineHarness.ID, "bob", 0)));

        // then
        assertThat(stale.changes()).isEmpty();
        assertThat(execution.header().paused()).isFalse();
    }

    @Test
    void shouldTellACallerWhoIsContentWithThatThatItIsPaused() {
        // given
        var caller = new ReplyAddress("here", "c", ReplyAddress.Detail.EXECUTION);
        var execution = EngineHarness.of(workflow().head("w", "work", "{}")).start(EngineHarness.event("{}", caller));

        // when
        execution.pause();

        // then
        assertThat(execution.callsAnswered()).isEqualTo(1);
    }

    @Test
    void shouldTellWorkersThatNobodyWaits() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("p", "parallel", "{'mode':'race'}")
                        .branch("a", "work", "{}", "p", 1)
                        .branch("b", "work", "{}", "p", 2)
                        .node("c", "work", "{}", "p"))
                .start();

        // when
        execution.resolve("a", "1");

        // then
        assertThat(execution.stops())
                .containsExactly(new StepCancellation("e1", execution.job("b").id("e1"), "work", 1));

        // when
        execution.cancel("ann");

        // then
        assertThat(execution.stops()).hasSize(2);
        assertThat(execution.header().reason().by()).isEqualTo("ann");
    }

    @Test
    void shouldCancelWhilePaused() {
        // given
        var execution = EngineHarness.of(workflow().head("d", "delay", "{'duration':10,'unit':1000}"))
                .start()
                .pause();

        // when
        execution.cancel("ann");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.CANCELED);
        assertThat(execution.header().paused()).isFalse();
        assertThat(execution.waiting()).isEmpty();
    }

    @Test
    void shouldNotCancelAgainWhatWasRetried() {
        // given
        var execution = EngineHarness.of(workflow().head("w", "work", "{}"))
                .start()
                .cancel("ann")
                .retry();

        // when
        execution.one(new Input.Steer(new ExecutionCommand.Cancel(EngineHarness.ID, "ann", 0)));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
    }

    private static Input resumed(EngineHarness execution, String nodeKey, JobStatus status) {
        Job job = execution.job(nodeKey);
        return new Input.Steer(new ExecutionCommand.ResumeJob(
                EngineHarness.ID, job.id(EngineHarness.ID), job.attempt(), "ann", status, json("{'paid':true}")));
    }

    @Test
    void shouldEndAWaitAsSomebodyOutsideSays() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("d", "delay", "{'duration':10,'unit':1000,'correlation':'order-{{$context.data.id}}'}")
                        .node("v", "variable", "{'value':'{{$jobsMapByNodeKey.d.paid}}'}", "d"))
                .start("{'data':{'id':7}}");
        assertThat(execution.job("d").meta()).isEqualTo(json("{'correlation':'order-7'}"));

        // when
        execution.input(resumed(execution, "d", JobStatus.RESOLVED));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.result("v")).isEqualTo(json("true"));
        assertThat(execution.job("d").log()).isEqualTo("RESOLVED: by ann");
        assertThat(execution.timers()).isEmpty();
    }

    @Test
    void shouldNotTryAgainWhatSomebodyOutsideSaysHasFailed() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("w", "work", "{}")
                        .envelope(new RetryPolicy(3, 0, null, null, null), null, OnFailure.CONTINUE)
                        .node("v", "variable", "{'value':1}", "w"))
                .start();

        // when
        execution.input(resumed(execution, "w", JobStatus.FAILED));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.job("w").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.stops()).hasSize(1);
    }

    @Test
    void shouldNotEndANodeWhoseBranchesAreUnderWay() {
        // given
        var execution = EngineHarness.of(
                        workflow().head("l", "loop", "{'target':2}").branch("w", "work", "{}", "l", 0))
                .start();

        // when
        var advance = execution.one(resumed(execution, "l", JobStatus.RESOLVED));

        // then
        assertThat(advance.changes()).isEmpty();
        assertThat(List.copyOf(execution.state().pending().values())).hasSize(2);
    }

    @Test
    void shouldRefuseACorrelationWithoutEnd() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head("d", "delay", "{'duration':1,'unit':1000,'correlation':'" + "x".repeat(256) + "'}"))
                .start();

        // then
        assertThat(execution.header().reason().code()).isEqualTo("invalid_correlation");
    }
}
