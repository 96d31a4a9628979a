package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import org.junit.jupiter.api.Test;

class ResponseMessageNodeTest {
    private static final ReplyAddress CALLER = new ReplyAddress("here", "c", ReplyAddress.Detail.OUTCOME);

    @Test
    void shouldTellTheCallerAllMessagesInOrder() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':['tea','rum']}")
                .branch("m", "response-message", "{'message':'No {{$scopes.l.item}} left'}", "l", 0)
                .node("stop", "end", "{'endStatus':-1}", "l");

        // when
        var execution = EngineHarness.of(workflow).start(EngineHarness.event("{}", CALLER));

        // then
        var reply = execution.answers().get(0).reply();
        assertThat(reply.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(reply.messages()).containsExactly("No tea left", "No rum left");
        assertThat(execution.result("m")).isEqualTo(json("'No rum left'"));
    }

    @Test
    void shouldAddNothingForAnEmptyMessage() {
        // given
        var workflow = workflow()
                .head("m", "response-message", "{'message':'{{$context.nothing}}'}")
                .node("n", "response-message", "{}", "m");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.header().messages()).isEmpty();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldBoundAllMessagesTogether() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':3}")
                .branch("m", "response-message", "{'message':'" + "x".repeat(30_000) + "'}", "l", 0);

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.header().messages()).hasSize(2);
        assertThat(execution.job("m").status()).isEqualTo(JobStatus.ERROR);
        assertThat(execution.header().reason().code()).isEqualTo("messages_too_long");
    }
}
