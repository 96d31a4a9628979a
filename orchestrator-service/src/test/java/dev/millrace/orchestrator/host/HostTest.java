package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static dev.millrace.orchestrator.host.HostHarness.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.DeadLetter;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class HostTest extends HostFixture {

    @Test
    void shouldRunFromStartToEnd() {
        // given
        harness.publish(workflow().head("a", ECHO, "{'x':1}").node("b", ECHO, "{'y':2}", "a"));

        // when
        var id = harness.fire(harness.event("order-1"));
        harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);
        var second = harness.command(commands.next());
        harness.answer(second, JobStatus.RESOLVED);

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(second.nodeKey()).isEqualTo("b");
        assertThat(harness.value("select string_agg(node_key || ':' || status || ':' || result, ' ' order by sequence)"
                        + " from orchestrator.job where execution_id = '" + id + "'"))
                .isEqualTo("a:RESOLVED:{\"x\":1} b:RESOLVED:{\"y\":2}");
        assertThat(harness.value("select execution_id::text from orchestrator.event_key where event_key = 'order-1'"))
                .isEqualTo(id);
        assertThat(harness.value("select count(*) from orchestrator.execution_default"))
                .isEqualTo("0");
        var events = harness.tail(harness.topics.executionEvents());
        soon().until(() -> events.poll().size() == 3);
        assertThat(events.drain())
                .extracting(
                        record -> Messages.decode(record, ExecutionEvent.class).advance())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldChangeNothingButAskAgainWhenABatchComesTwice() {
        // given
        harness.publish(workflow().head("a", ECHO, "{}").node("b", ECHO, "{}", "a"));
        var id = harness.fire(harness.event("order-1"));
        harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);
        var asked = harness.command(commands.next());
        var before = harness.value("select advance from orchestrator.execution where id = '" + id + "'");

        // when
        harness.restart(harness::forgetOffsets);
        var askedAgain = harness.command(commands.next());
        harness.answer(askedAgain, JobStatus.RESOLVED);

        // then
        assertThat(askedAgain).isEqualTo(asked);
        harness.awaitStatus(id, "RESOLVED");
        assertThat(before).isEqualTo("2");
        assertThat(harness.value("select advance from orchestrator.execution where id = '" + id + "'"))
                .isEqualTo("3");
        assertThat(harness.value("select count(*) from orchestrator.job")).isEqualTo("2");
    }

    @Test
    void shouldRefuseARepeatedEventAndTellTheOriginalsOutcome() {
        // given
        harness.publish(workflow().head("a", "output", "{'value':{'done':true}}"));
        var first = harness.fire(harness.event("order-1"));
        harness.awaitStatus(first, "RESOLVED");

        // when
        var repeat = withReply(harness.event("order-1"), ReplyAddress.Detail.OUTCOME);
        harness.fire(repeat);

        // then
        try (var replies = harness.tail(harness.topics.replies())) {
            var reply = Messages.decode(replies.next(), Reply.class);
            assertThat(reply.executionId()).isEqualTo(first);
            assertThat(reply.correlationId()).isEqualTo("call-1");
            assertThat(reply.status()).isEqualTo(ExecutionStatus.RESOLVED);
        }
        assertThat(harness.value("select count(*) from orchestrator.execution")).isEqualTo("1");
    }

    private static TriggerEvent withReply(TriggerEvent event, ReplyAddress.Detail detail) {
        return new TriggerEvent(
                event.executionId(),
                event.workflowId(),
                event.workflowKey(),
                event.eventKey(),
                event.context(),
                event.stack(),
                new ReplyAddress("here", "call-1", detail),
                null,
                event.occurredAt());
    }

    @Test
    void shouldReadAgainWhenSomebodyElseMovedTheExecution() {
        // given
        harness.publish(workflow().head("a", ECHO, "{}"));
        var id = harness.fire(harness.event(null));
        var command = harness.command(commands.next());

        // when: what is in memory is behind the book
        harness.execute("update orchestrator.execution set advance = 7 where id = '" + id + "'");
        harness.answer(command, JobStatus.RESOLVED);

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select advance from orchestrator.execution where id = '" + id + "'"))
                .isEqualTo("8");
        assertThat(harness.registry
                        .counter("millrace.orchestrator.turns.fenced")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldGoOnWhenATimerIsDue() {
        // given
        harness.publish(workflow().head("wait", "delay", "{'unit':1000,'duration':1,'endStatus':1}"));

        // when
        var id = harness.fire(harness.event(null));

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select count(*) from orchestrator.timer")).isEqualTo("0");
        assertThat(harness.value("select extract(epoch from ended_at - started_at) between 1 and 3 from"
                        + " orchestrator.execution"))
                .isEqualTo("t");
    }

    @Test
    void shouldCancel() {
        // given
        harness.publish(workflow().head("a", ECHO, "{}"));
        var id = harness.fire(harness.event(null));
        commands.next();

        // when
        var cancel = new ExecutionCommand.Cancel(id, "ann");
        harness.send(Messages.record(harness.topics.executionCommands(), id, cancel));

        // then
        harness.awaitStatus(id, "CANCELED");
        assertThat(harness.value("select reason from orchestrator.execution")).contains("manual_cancel", "ann");
    }

    @Test
    void shouldSetAsideWhatItCannotServeAndServeTheRest() {
        // given
        harness.publish(workflow().head("a", "output", "{'value':1}"));
        var garbage = new ProducerRecord<>(
                harness.topics.triggerEvents(), "k", "{\"executionId\":".getBytes(StandardCharsets.UTF_8));
        var unknown = new TriggerEvent(
                harness.event(null).executionId(), "v9", "flow", null, Json.object(), null, null, null, null);

        // when
        harness.send(garbage);
        harness.fire(unknown);
        var id = harness.fire(harness.event("with \0 in its key"));

        // then
        harness.awaitStatus(id, "RESOLVED");
        try (var letters = harness.tail(harness.topics.deadLetters())) {
            var reasons = List.of(reason(letters), reason(letters));
            assertThat(reasons).anyMatch(reason -> reason.startsWith("Expected a TriggerEvent, but could not read it"));
            assertThat(reasons).anyMatch(reason -> reason.contains("workflow version v9"));
        }
        assertThat(harness.value("select count(*) from orchestrator.execution")).isEqualTo("1");
    }

    private static String reason(TopicTail letters) {
        var header = letters.next().headers().lastHeader(DeadLetter.REASON_HEADER);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldDeleteWhatTheWorkflowDoesNotKeepAndStillKnowTheEvent() {
        // given
        harness.publish(workflow().head("a", ECHO, "{}").options("{'deleteExecutionOnStatus':[1]}"));
        var event = harness.event(null);
        var id = harness.fire(event);
        harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);
        soon().until(() -> "0".equals(harness.value("select count(*) from orchestrator.execution")));

        // when
        harness.fire(event);
        var other = harness.fire(harness.event(null));

        // then
        assertThat(harness.command(commands.next()).executionId())
                .isEqualTo(other)
                .isNotEqualTo(id);
        assertThat(harness.value("select count(*) from orchestrator.job where execution_id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void shouldServeManyExecutions() {
        // given
        int count = 2_000;
        harness.publish(workflow().head("a", "output", "{'value':1}").node("b", ECHO, "{}", "a"));

        // when
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            var event = harness.event("event-" + i);
            harness.sendLater(Messages.record(harness.topics.triggerEvents(), event.executionId(), event));
        }
        for (int answered = 0; answered < count; answered++) {
            var command = harness.command(commands.next());
            var result = Map.of(
                    "executionId", command.executionId(), "jobId", command.jobId(), "attempt", 1, "status", "RESOLVED");
            harness.sendLater(Messages.record(harness.topics.stepResults(), command.executionId(), result));
        }

        // then
        soon().until(() ->
                "2000".equals(harness.value("select count(*) from orchestrator.execution where status = 'RESOLVED'")));
        org.jboss.logging.Logger.getLogger(HostTest.class)
                .infof("%d executions of one step in %d ms", count, (System.nanoTime() - begun) / 1_000_000);
        assertThat(harness.value("select count(*) from orchestrator.job where status = 'PENDING'"))
                .isEqualTo("0");
    }
}
