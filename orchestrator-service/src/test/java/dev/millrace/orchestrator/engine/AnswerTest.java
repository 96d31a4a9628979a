package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.NEVER;
import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.ReplyAddress.Detail;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    private static EngineHarness started(Workflows workflow, Detail detail) {
        var caller = new ReplyAddress("instance-1", "call-1", detail);
        return EngineHarness.of(workflow).start(EngineHarness.event("{'body':{'a':21}}", caller));
    }

    private static Reply only(EngineHarness execution) {
        assertThat(execution.answers()).hasSize(1);
        return execution.answers().get(0).reply();
    }

    @Test
    void shouldAnswerWithTheResponseAndEndThere() {
        // given
        var workflow = workflow()
                .head(
                        "r",
                        "response",
                        "{'statusCode':201,'headers':[{'name':'X-Made','value':'yes{{$context.body.a}}'}],'body':{'n':'{{$context.body.a}}'}}")
                .node("after", "variable", "{}", "r");

        // when
        var execution = started(workflow, Detail.OUTCOME);

        // then
        Reply reply = only(execution);
        assertThat(reply.address()).isEqualTo("instance-1");
        assertThat(reply.correlationId()).isEqualTo("call-1");
        assertThat(reply.response().statusCode()).isEqualTo(201);
        assertThat(reply.response().headers()).containsEntry("X-Made", "yes21");
        assertThat(reply.response().body()).isEqualTo(json("{'n':21}"));
        assertThat(execution.jobs("after")).isEmpty();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldAnswerWithTheOutputAtTheEnd() {
        // given
        var workflow =
                workflow().head("w", "work", "{}").node("o", "output", "{'value':'{{$jobsMapByNodeKey.w}}'}", "w");
        var execution = started(workflow, Detail.OUTCOME);
        assertThat(execution.answers()).isEmpty();
        assertThat(execution.command("w").sync()).isTrue();

        // when
        execution.resolve("w", "7");

        // then
        assertThat(only(execution).output().intValue()).isEqualTo(7);
        assertThat(only(execution).status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(only(execution).response()).isNull();
    }

    @Test
    void shouldAnswerWithTheFailure() {
        // when
        var execution = started(
                workflow().head("c", "condition", "{'rejectOnFalse':true,'calculation':" + NEVER + "}"),
                Detail.OUTCOME);

        // then
        assertThat(only(execution).status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(only(execution).reason().code()).isEqualTo("condition_not_met");
    }

    @Test
    void shouldAnswerWhenTimeIsOver() {
        // given
        var execution = started(workflow().head("w", "work", "{}").options("{'timeout':1500}"), Detail.OUTCOME);

        // when
        execution.sleep(Duration.ofSeconds(2));

        // then
        assertThat(only(execution).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(only(execution).reason().code()).isEqualTo("timeout");
    }

    @Test
    void shouldKeepACallerWaitingOverADelayWhoWantsTheOutcome() {
        // given
        var execution = started(workflow().head("d", "delay", "{'duration':1,'unit':1000}"), Detail.OUTCOME);
        assertThat(execution.answers()).isEmpty();

        // when
        execution.sleep(Duration.ofSeconds(1));

        // then
        assertThat(only(execution).status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"delay|{'duration':9,'unit':1000}", "manual|{}"})
    void shouldTellWhereTheExecutionStandsOnceOnlyTimeOrPeopleCanMoveIt(String type, String config) {
        // given
        var workflow = workflow()
                .head("p", "parallel", "{}")
                .branch("w", "work", "{}", "p", 0)
                .retry(2, 1_000)
                .branch("x", type, config, "p", 1)
                .node("after", "work", "{}", "p");
        var execution = started(workflow, Detail.EXECUTION);

        // when
        execution.fail("w");
        assertThat(execution.answers()).isEmpty();
        execution.sleep(Duration.ofSeconds(2));
        assertThat(execution.answers()).isEmpty();
        execution.resolve("w", "1");

        // then
        assertThat(only(execution).status()).isEqualTo(ExecutionStatus.STARTED);
        assertThat(execution.answers().get(0).detail()).isEqualTo(Detail.EXECUTION);
        execution.cancel("ann");
        assertThat(execution.answers()).hasSize(1);
    }

    @Test
    void shouldAnswerAgainWhenARecordComesTwice() {
        // given
        var execution = started(workflow().head("r", "response", "{'body':'hi'}"), Detail.OUTCOME);
        Effect first = execution.answers().get(0);

        // when
        var repeat = execution.input(new Input.Start(EngineHarness.event("{}", null)));

        // then
        assertThat(repeat.changes()).isEmpty();
        assertThat(repeat.effects()).containsExactly(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'statusCode':199}|Expected a status code",
                "{'statusCode':600}|Expected a status code",
                "{'headers':[{'name':'a b','value':1}]}|Expected a header name"
            })
    void shouldRefuseAResponseThatHttpDoesNotKnow(String config, String message) {
        // when
        var execution = started(workflow().head("r", "response", config), Detail.OUTCOME);

        // then
        assertThat(only(execution).status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.result("r").textValue()).contains(message);
    }

    @Test
    void shouldKeepAHeaderOnOneLine() {
        // when
        var execution = started(
                workflow().head("r", "response", "{'headers':[{'name':'A','value':'x\\r\\nSet-Cookie: y'}]}"),
                Detail.OUTCOME);

        // then
        assertThat(only(execution).response().headers()).containsEntry("A", "x Set-Cookie: y");
    }
}
