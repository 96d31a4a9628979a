package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a caller's end, and the end of its time, reach the workflow that it has called. */
class CalledWorkflowTest {
    private static final String CALL = "{'workflow':'sub'}";
    private static final Duration FIVE = Duration.ofSeconds(5);

    @Test
    void shouldAbortTheCalledWorkflowWhenTheCallerIsCancelled() {
        // given
        var execution = EngineHarness.of(workflow().head("s", "subflow", CALL)).start();
        TriggerEvent call = execution.calls().get(0);

        // when
        execution.cancel("ann");

        // then
        assertThat(execution.job("s").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.aborts()).singleElement().satisfies(abort -> {
            assertThat(abort.executionId()).isEqualTo(call.executionId());
            assertThat(abort.workflowId()).isEqualTo(call.workflowId());
            assertThat(abort.workflowKey()).isEqualTo(call.workflowKey());
            assertThat(abort.eventKey()).isEqualTo(call.eventKey());
            assertThat(abort.detail()).contains("node s of execution e1");
        });
    }

    @Test
    void shouldAbortTheCalledWorkflowOfABranchThatLost() {
        // given
        var execution = EngineHarness.of(workflow()
                        .head("p", "parallel", "{'mode':'race'}")
                        .branch("s", "subflow", CALL, "p", 1)
                        .branch("w", "work", "{}", "p", 2)
                        .node("after", "work", "{}", "p"))
                .start();

        // when
        execution.resolve("w", "1");

        // then
        assertThat(execution.aborts()).hasSize(1);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
    }

    @Test
    void shouldNotCallAtAllWhenItIsOverAtOnce() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head("p", "parallel", "{'mode':'race'}")
                        .branch("s", "subflow", CALL, "p", 1)
                        .branch("v", "variable", "{'value':1}", "p", 2))
                .start();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.calls()).isEmpty();
        assertThat(execution.aborts()).isEmpty();
    }

    @Test
    void shouldGoOnWaitingForTheCalledWorkflowBehindAPause() {
        // given
        var execution = EngineHarness.of(workflow().head("s", "subflow", CALL).timeout(5_000))
                .start();

        // when
        execution.pause().sleep(Duration.ofMinutes(1)).resume();

        // then
        assertThat(execution.aborts()).isEmpty();
        execution.returned(JobStatus.RESOLVED, "7");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldNeverLetTheCalledWorkflowOutliveTheTimeOfItsCaller() {
        // given
        var bounded = workflow().options("{'timeout':5000}").head("s", "subflow", CALL);
        var node = workflow().head("s", "subflow", CALL).timeout(5_000);
        var both = workflow()
                .options("{'timeout':9000}")
                .head("s", "subflow", CALL)
                .timeout(5_000);

        for (Workflows workflow : List.of(bounded, node, both)) {
            // when
            var execution = EngineHarness.of(workflow).start();
            execution.sleep(FIVE);

            // then
            assertThat(execution.calls().get(0).expiresAt()).isEqualTo(EngineHarness.START.plus(FIVE));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(execution.aborts()).hasSize(1);
        }
    }

    @Test
    void shouldCallAgainWhenACallTookTooLong() {
        // given
        var workflow = workflow()
                .head("s", "subflow", CALL)
                .envelope(new RetryPolicy(2, 1_000, null, null, null), 5_000L, null);
        var execution = EngineHarness.of(workflow).start();

        // when
        execution.sleep(FIVE.plusSeconds(2)).returned(JobStatus.RESOLVED, "2");

        // then
        assertThat(execution.calls()).hasSize(2);
        assertThat(execution.aborts())
                .extracting(ExecutionCommand.Abort::executionId)
                .containsExactly(execution.calls().get(0).executionId());
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldEndWithTheTimeOfItsCaller() {
        // given
        var child = EngineHarness.of(workflow().options("{'timeout':60000}").head("a", "work", "{}"))
                .start(called(EngineHarness.START.plus(FIVE)));

        // when
        child.sleep(FIVE);

        // then
        assertThat(child.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(child.header().reason().code()).isEqualTo(EndReason.PARENT_ABORTED);
    }

    @Test
    void shouldEndInItsOwnTimeBeforeThatOfItsCaller() {
        // given
        var child = EngineHarness.of(workflow().options("{'timeout':2000}").head("a", "work", "{}"))
                .start(called(EngineHarness.START.plus(FIVE)));

        // when
        child.sleep(Duration.ofSeconds(2));

        // then
        assertThat(child.header().reason().code()).isEqualTo(EndReason.TIMEOUT);
    }

    @Test
    void shouldNotBeginWhenTheTimeIsOver() {
        // when
        var child = EngineHarness.of(workflow().head("a", "work", "{}")).start(called(EngineHarness.START));

        // then
        assertThat(child.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(child.jobs()).isEmpty();
        assertThat(child.timers()).isEmpty();
    }

    @Test
    void shouldEndWhenNobodyWaitsAnyMoreAndPassItOn() {
        // given
        var child = EngineHarness.of(workflow().head("s", "subflow", CALL)).start(called(null));

        // when
        child.input(new Input.Steer(abort()));

        // then
        assertThat(child.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(child.header().reason()).isEqualTo(EndReason.of(EndReason.PARENT_ABORTED, "Nobody waits"));
        assertThat(child.aborts()).hasSize(1);
    }

    @Test
    void shouldNeverBeginWhatWasGivenUpBefore() {
        // given
        var graph = workflow().head("a", "work", "{}").graph();
        var engine = EngineHarness.of(workflow().head("a", "work", "{}")).engine();
        var ended = engine.forestall(abort(), EngineHarness.START).changes().orElseThrow();

        // when
        var begun = engine.advance(
                ExecutionState.created(ended), new Input.Start(called(null)), graph, EngineHarness.START);

        // then
        assertThat(ended.created()).isTrue();
        assertThat(ended.header().status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(ended.header().eventKey()).isEqualTo("k");
        assertThat(begun.changes()).isEmpty();
        assertThat(begun.effects()).isEmpty();
    }

    private static ExecutionCommand.Abort abort() {
        return new ExecutionCommand.Abort("e1", "v1", "flow", "k", "p", "Nobody waits");
    }

    private static TriggerEvent called(Instant expiresAt) {
        return new TriggerEvent(
                "e1",
                "v1",
                "flow",
                "k",
                Json.object(),
                List.of("caller"),
                ReplyAddress.ofJob("p", "p.1", 1),
                "p",
                EngineHarness.START,
                expiresAt);
    }
}
