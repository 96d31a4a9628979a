package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.BREAKS;
import static dev.millrace.orchestrator.engine.Workflows.NEVER;
import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.document.RetryPolicy.Backoff;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {
    private static final TimerKey RETRY = new TimerKey(1, TimerKey.Kind.RETRY);

    private static Workflows step(RetryPolicy retry, Long timeout, OnFailure onFailure) {
        return workflow()
                .head("w", "work", "{}")
                .envelope(retry, timeout, onFailure)
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.w}}'}", "w");
    }

    private static RetryPolicy policy(int attempts, Backoff backoff, Long maxDelay, List<String> on) {
        return new RetryPolicy(attempts, 1_000, backoff, maxDelay, on);
    }

    @Test
    void shouldTryAgainUnderTheSameJobUntilItSucceeds() {
        // given
        var execution = EngineHarness.of(step(policy(3, Backoff.CONSTANT, null, null), null, null))
                .start();

        // when
        execution.fail("w");
        assertThat(execution.job("w").status()).isEqualTo(JobStatus.PENDING);
        assertThat(execution.waiting()).extracting("kind").containsExactly(Waiting.Kind.TIMER);
        execution.sleep(Duration.ofSeconds(2));
        execution.resolve("w", "'fine'");

        // then
        assertThat(execution.commands()).extracting("jobId").containsExactly("e1.1", "e1.1");
        assertThat(execution.commands()).extracting("attempt").containsExactly(1, 2);
        assertThat(execution.job("w").attempt()).isEqualTo(2);
        assertThat(execution.job("w").log()).isEqualTo("Attempt 1 of 3 ended as FAILED (http_503)");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldFailForGoodAfterTheLastAttempt() {
        // given
        var execution = EngineHarness.of(step(policy(3, Backoff.CONSTANT, null, null), null, null))
                .start();

        // when
        for (int i = 0; i < 3; i++) {
            execution.fail("w").sleep(Duration.ofSeconds(2));
        }

        // then
        assertThat(execution.commands()).hasSize(3);
        assertThat(execution.result("w")).isEqualTo(json("{'status':503}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.header().reason().code()).isEqualTo("http_503");
        assertThat(execution.timers()).isEmpty();
    }

    @Test
    void shouldTryAgainOnlyOnTheCodesOfThePolicy() {
        // given
        var execution = EngineHarness.of(step(policy(5, Backoff.CONSTANT, null, List.of("timeout")), null, null))
                .start();

        // when
        execution.fail("w");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.commands()).hasSize(1);
    }

    @Test
    void shouldNotAskAPersonAgain() {
        // given
        var execution = EngineHarness.of(step(policy(5, Backoff.CONSTANT, null, null), null, null))
                .start();

        // when
        execution.end("w", JobStatus.REJECTED, "null", null);

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "CONSTANT, , 1000 1000 1000 1000",
        "EXPONENTIAL, , 1000 2000 4000 8000",
        "EXPONENTIAL, 3000, 1000 2000 3000 3000"
    })
    void shouldWaitLongerWithAJitterThatNeverChanges(Backoff backoff, Long maxDelay, String waits) {
        // given
        var execution = EngineHarness.of(step(policy(5, backoff, maxDelay, null), null, null))
                .start();

        for (String wait : waits.split(" ")) {
            // when
            execution.fail("w");
            Instant due = execution.timers().get(RETRY);

            // then
            long millis = Duration.between(execution.now(), due).toMillis();
            long least = Long.parseLong(wait);
            assertThat(millis).isBetween(least, maxDelay != null && least == maxDelay ? least : least * 12 / 10);
            assertThat(execution.job("w").until()).isEqualTo(due);
            execution.sleep(Duration.ofMillis(millis));
        }
        assertThat(execution.commands()).hasSize(5);
    }

    @Test
    void shouldGiveUpAnAttemptAtItsDeadline() {
        // given
        var execution = EngineHarness.of(step(policy(2, Backoff.CONSTANT, null, List.of("timeout")), 5_000L, null))
                .start();
        assertThat(execution.command("w").deadline()).isEqualTo(EngineHarness.START.plusSeconds(5));

        // when
        execution.sleep(Duration.ofSeconds(5));
        assertThat(execution.timers()).containsOnlyKeys(RETRY);
        execution.sleep(Duration.ofSeconds(2));
        var late = new StepResult("e1", "e1.1", 1, JobStatus.RESOLVED, json("1"), null, null);
        assertThat(execution.input(new Input.StepEnded(late)).changes()).isEmpty();
        execution.sleep(Duration.ofSeconds(5));

        // then
        assertThat(execution.job("w").status()).isEqualTo(JobStatus.ABORTED);
        assertThat(execution.result("w").path("message").textValue())
                .isEqualTo("Expected node w to end within 5000 ms, but it did not");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.header().reason().code()).isEqualTo("step_timeout");
        assertThat(execution.timers()).isEmpty();
    }

    @Test
    void shouldIgnoreAResultBetweenTwoAttempts() {
        // given
        var execution = EngineHarness.of(step(policy(2, Backoff.CONSTANT, null, null), null, null))
                .start();
        execution.fail("w");

        // when
        var again = execution.one(
                new Input.StepEnded(new StepResult("e1", "e1.1", 1, JobStatus.RESOLVED, json("1"), null, null)));

        // then
        assertThat(again.changes()).isEmpty();
        assertThat(again.effects()).isEmpty();
        assertThat(execution.job("w").status()).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void shouldGoOnWithTheErrorAsTheResult() {
        // given
        var execution = EngineHarness.of(step(null, null, OnFailure.CONTINUE)).start();

        // when
        execution.fail("w");

        // then
        assertThat(execution.result("after")).isEqualTo(json("{'status':503}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldRunTheErrorBranchThenGoOnBehindTheNode() {
        // given
        var workflow = step(null, null, OnFailure.BRANCH)
                .errorBranch("mend", "variable", "{'value':'{{$jobsMapByNodeKey.w.status}}'}", "w");
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.fail("w");

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("w", "mend", "after");
        assertThat(execution.result("mend").intValue()).isEqualTo(503);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldNotRunTheErrorBranchWithoutAnError() {
        // given
        var workflow = step(null, null, OnFailure.BRANCH).errorBranch("mend", "variable", "{}", "w");
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.resolve("w", "1");

        // then
        assertThat(execution.jobs()).extracting("nodeKey").containsExactly("w", "after");
    }

    @Test
    void shouldFailWhenTheErrorBranchFails() {
        // given
        var workflow = step(null, null, OnFailure.BRANCH)
                .errorBranch("mend", "condition", "{'rejectOnFalse':true,'calculation':" + BREAKS + "}", "w");
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.fail("w");

        // then
        assertThat(execution.jobs("after")).isEmpty();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
    }

    @ParameterizedTest
    @EnumSource(OnFailure.class)
    void shouldWrapNodesThatRunInsideTheEngine(OnFailure onFailure) {
        // given
        var workflow = workflow()
                .head("c", "condition", "{'rejectOnFalse':true,'calculation':" + NEVER + "}")
                .envelope(new RetryPolicy(2, 1_000, null, null, null), null, onFailure)
                .errorBranch("mend", "variable", "{}", "c")
                .node("after", "variable", "{}", "c");
        var execution = EngineHarness.of(workflow).start();
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.PENDING);

        // when
        execution.sleep(Duration.ofSeconds(2));

        // then
        assertThat(execution.job("c").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.job("c").attempt()).isEqualTo(2);
        assertThat(execution.jobs("mend")).hasSize(onFailure == OnFailure.BRANCH ? 1 : 0);
        assertThat(execution.jobs("after")).hasSize(onFailure == OnFailure.FAIL ? 0 : 1);
    }

    @Test
    void shouldRunAllBranchesAgainWhenAParallelNodeIsRetried() {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{}")
                .retry(2, 1_000)
                .branch("a", "work", "{}", "p", 0)
                .branch("b", "work", "{}", "p", 1)
                .node("after", "variable", "{}", "p");
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.fail("a");
        assertThat(execution.job("b").status()).isEqualTo(JobStatus.CANCELED);
        execution.sleep(Duration.ofSeconds(2)).resolve("a", "1").resolve("b", "2");

        // then
        assertThat(execution.jobs("p")).hasSize(1);
        assertThat(execution.jobs("a")).hasSize(2);
        assertThat(execution.result("p")).isEqualTo(json("[1,1]"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldRunALoopAgainFromItsFirstPass() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':['x','y']}")
                .retry(2, 1_000)
                .branch("a", "work", "{'v':'{{$scopes.l.item}}'}", "l", 0);
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.resolve("a", "1").fail("a").sleep(Duration.ofSeconds(2));
        execution.resolve("a", "1").resolve("a", "1");

        // then
        assertThat(execution.commands())
                .extracting(command -> command.config().path("v").textValue())
                .containsExactly("x", "y", "x", "y");
        assertThat(execution.result("l")).isEqualTo(json("{'looped':2,'done':2}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldGiveUpALoopWithAllThatIsInside() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':2}")
                .envelope(null, 5_000L, OnFailure.CONTINUE)
                .branch("a", "work", "{}", "l", 0)
                .node("after", "variable", "{}", "l");
        var execution = EngineHarness.of(workflow).start();
        execution.sleep(Duration.ofSeconds(3)).resolve("a", "1");

        // when
        execution.sleep(Duration.ofSeconds(2));

        // then
        assertThat(execution.job("l").status()).isEqualTo(JobStatus.ABORTED);
        assertThat(execution.job("a").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.jobs("after")).hasSize(1);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldGiveUpADelayThatIsLongerThanItsTimeout() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("d", "delay", "{'duration':60,'unit':1000}")
                        .timeout(5_000))
                .start();

        // when
        execution.sleep(Duration.ofSeconds(5));

        // then
        assertThat(execution.job("d").status()).isEqualTo(JobStatus.ABORTED);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
    }
}
