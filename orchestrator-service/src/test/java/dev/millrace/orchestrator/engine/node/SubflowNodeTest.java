package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call does to the caller; what giving up does to the called is in {@code CalledWorkflowTest}. */
class SubflowNodeTest {
    private static final String CALL = "{'workflow':'sub','context':{'a':'{{$context.data.n}}'}}";

    @Test
    void shouldCallWithItsContextAndWait() {
        // when
        var execution = EngineHarness.of(workflow().head("s", "subflow", CALL)).start("{'data':{'n':4}}");

        // then
        TriggerEvent call = execution.calls().get(0);
        assertThat(call.workflowId()).isEqualTo("v-sub");
        assertThat(call.workflowKey()).isEqualTo("sub");
        assertThat(call.eventKey()).isEqualTo("e1.1#1");
        assertThat(call.context()).isEqualTo(json("{'a':4}"));
        assertThat(call.stack()).containsExactly("caller", "flow");
        assertThat(call.replyTo()).isEqualTo(ReplyAddress.ofJob("e1", "e1.1", 1));
        assertThat(call.parentExecutionId()).isEqualTo("e1");
        assertThat(call.expiresAt()).isNull();
        assertThat(execution.waiting()).extracting(Waiting::kind).containsExactly(Waiting.Kind.WORKFLOW);
        assertThat(execution.result("s").path("executionId").asText()).isEqualTo(call.executionId());
        assertThat(execution.commands()).isEmpty();
    }

    @Test
    void shouldResultInTheOutput() {
        // given
        var workflow = workflow()
                .head("s", "subflow", CALL)
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.s.total}}'}", "s");

        // when
        var execution = EngineHarness.of(workflow).start().returned(JobStatus.RESOLVED, "{'total':8}");

        // then
        assertThat(execution.result("s")).isEqualTo(json("{'total':8}"));
        assertThat(execution.result("after")).isEqualTo(json("8"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.aborts()).isEmpty();
    }

    @Test
    void shouldEndAsTheCalledWorkflowEnded() {
        // when
        var execution = EngineHarness.of(workflow().head("s", "subflow", CALL))
                .start()
                .returned(JobStatus.FAILED, "{'message':'no stock'}");

        // then
        assertThat(execution.job("s").status()).isEqualTo(JobStatus.FAILED);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.header().reason().code()).isEqualTo("subflow_failed");
        assertThat(execution.aborts()).isEmpty();
    }

    @Test
    void shouldTakeTheErrorBranch() {
        // given
        var workflow = workflow()
                .head("s", "subflow", CALL)
                .onFailure(OnFailure.BRANCH)
                .errorBranch("saved", "variable", "{'value':'{{$jobsMapByNodeKey.s.message}}'}", "s");

        // when
        var execution = EngineHarness.of(workflow).start().returned(JobStatus.ERROR, "{'message':'broken'}");

        // then
        assertThat(execution.result("saved")).isEqualTo(json("'broken'"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldCallAgainOnRetry() {
        // given
        var workflow = workflow().head("s", "subflow", CALL).retry(2, 1_000);
        var execution = EngineHarness.of(workflow).start().returned(JobStatus.FAILED, "1");

        // when
        execution.sleep(Duration.ofSeconds(2)).returned(JobStatus.RESOLVED, "2");

        // then
        assertThat(execution.calls()).extracting(TriggerEvent::eventKey).containsExactly("e1.1#1", "e1.1#2");
        assertThat(execution.calls()).extracting(TriggerEvent::executionId).doesNotHaveDuplicates();
        assertThat(execution.job("s").attempt()).isEqualTo(2);
        assertThat(execution.result("s")).isEqualTo(json("2"));
        assertThat(execution.aborts()).isEmpty();
    }

    @Test
    void shouldRefuseWhatAnEarlierAttemptTells() {
        // given
        var workflow = workflow().head("s", "subflow", CALL).retry(2, 1_000);
        var execution = EngineHarness.of(workflow).start().returned(JobStatus.FAILED, "1");
        execution.sleep(Duration.ofSeconds(2));

        // when
        var late = execution.input(EngineHarness.ended(execution.calls().get(0), JobStatus.RESOLVED, "1"));

        // then
        assertThat(late.changes()).isEmpty();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
    }

    @Test
    void shouldNotWaitWhereNotAsked() {
        // when
        var execution = EngineHarness.of(workflow()
                        .head("s", "subflow", "{'workflow':'sub','wait':false}")
                        .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.s}}'}", "s"))
                .start();

        // then
        TriggerEvent call = execution.calls().get(0);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.result("after").asText()).isEqualTo(call.executionId());
        assertThat(call.replyTo()).isNull();
        assertThat(call.expiresAt()).isNull();
        assertThat(call.context()).isEqualTo(Json.object());
        assertThat(execution.aborts()).isEmpty();
    }

    @Test
    void shouldFailWhenThereIsNoSuchWorkflow() {
        for (String config : List.of("{'workflow':'nobody'}", "{'workflow':'{{$context.nothing}}'}", "{}")) {
            // when
            var execution =
                    EngineHarness.of(workflow().head("s", "subflow", config)).start();

            // then
            assertThat(execution.job("s").status()).isEqualTo(JobStatus.ERROR);
            assertThat(execution.header().reason().code()).isEqualTo("unknown_workflow");
            assertThat(execution.calls()).isEmpty();
        }
    }

    @Test
    void shouldBoundTheDepthOfCalls() {
        // given
        var event = new TriggerEvent(
                "e1", "v1", "flow", "k", Json.object(), List.of("sub", "other"), null, null, EngineHarness.START);

        // when
        var execution = EngineHarness.of(workflow().head("s", "subflow", CALL)).start(event);

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().reason().code()).isEqualTo("stack_limit");
        assertThat(execution.result("s").path("message").asText())
                .isEqualTo("Expected workflow sub at most 1 times in one chain, but it has been there 1 times");
        assertThat(execution.calls()).isEmpty();
    }

    @Test
    void shouldFanOutInTurns() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':100}")
                .branch("s", "subflow", "{'workflow':'sub','context':'{{$scopes.l.index}}','wait':false}", "l", 0);

        // when
        var execution = new EngineHarness(workflow.graph(), new Limits(200, 1_000_000, 0)).start();
        int inFirst = execution.calls().size();
        execution.proceed();

        // then
        assertThat(inFirst).isBetween(10, 20);
        assertThat(execution.calls()).hasSize(100);
        assertThat(execution.calls()).extracting(TriggerEvent::executionId).doesNotHaveDuplicates();
        assertThat(execution.calls().get(99).context()).isEqualTo(json("99"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldEndTheTurnBehindALargeContext() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':3}")
                .branch("s", "subflow", "{'workflow':'sub','context':'{{$context.data}}','wait':false}", "l", 0);

        // when
        var execution = EngineHarness.of(workflow).start("{'data':'" + "x".repeat(100_000) + "'}");

        // then
        assertThat(execution.calls()).hasSize(1);
        execution.proceed();
        assertThat(execution.calls()).hasSize(3);
    }

    @Test
    void shouldRefuseAContextThatIsTooLarge() {
        // given
        var workflow = workflow().head("s", "subflow", "{'workflow':'sub','context':'{{$context.data}}'}");

        // when
        var execution = new EngineHarness(workflow.graph(), new Limits(10, 1_000, 0))
                .start("{'data':'" + "x".repeat(2_000) + "'}");

        // then
        assertThat(execution.header().reason().code()).isEqualTo("payload_too_large");
        assertThat(execution.calls()).isEmpty();
    }

    @Test
    void shouldRefuseASecretInTheContext() {
        // given
        var workflow = workflow().head("s", "subflow", "{'workflow':'sub','context':{'t':'{{$env.TOKEN}}'}}");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.header().reason().code()).isEqualTo("secret_not_allowed");
    }

    @Test
    void shouldRefuseACallThatWouldWaitForTheCallersOwnSlot() {
        // given
        var options = "{'stackLimit':5,'concurrency':{'limit':1,'key':'{{$context.p}}'}}";
        var self = workflow()
                .head("s", "subflow", "{'workflow':'flow','context':{'p':'{{$context.next}}'}}")
                .options(options);

        // when
        var same = EngineHarness.calling(self).start("{'p':1,'next':1}");
        var other = EngineHarness.calling(self).start("{'p':1,'next':2}");

        // then
        assertThat(same.header().reason().code()).isEqualTo("concurrency_deadlock");
        assertThat(other.calls()).hasSize(1);
    }
}
