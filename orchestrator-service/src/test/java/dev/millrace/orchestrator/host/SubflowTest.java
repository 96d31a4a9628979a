package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static dev.millrace.orchestrator.host.HostHarness.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.status.JobStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class SubflowTest extends HostFixture {
    private static final String CALL = "{'workflow':'sub','context':{'n':'{{$context.n}}'}}";

    private String caller() {
        harness.publish(workflow().head("s", "subflow", CALL));
        return harness.fire(harness.event(null));
    }

    private String job(String executionId, String column) {
        return harness.value("select " + column + " from orchestrator.job where execution_id = '" + executionId + "'");
    }

    private String execution(String id, String column) {
        return harness.value("select " + column + " from orchestrator.execution where id = '" + id + "'");
    }

    private String child(String parentId, String column) {
        return harness.value(
                "select " + column + " from orchestrator.execution where parent_execution_id = '" + parentId + "'");
    }

    private void awaitNoErrands() {
        soon().until(() -> "0".equals(harness.value("select count(*) from orchestrator.errand")));
    }

    /** An event by which a job calls workflow {@code sub}. */
    private TriggerEvent call(String workflowId, ReplyAddress caller) {
        var event = harness.event("call-1");
        return new TriggerEvent(
                event.executionId(),
                workflowId,
                "sub",
                event.eventKey(),
                event.context(),
                List.of(),
                caller,
                "01933f6a-7c00-7000-8000-000000000001",
                event.occurredAt());
    }

    @Test
    void shouldHandTheOutputBack() {
        // given
        harness.publish("sub", workflow().head("o", "output", "{'value':{'got':'{{$context.n}}'}}"));

        // when
        var id = caller();

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(job(id, "result")).isEqualTo("{\"got\":1}");
        assertThat(job(id, "log")).isEqualTo("Ran as execution " + child(id, "id::text"));
        assertThat(child(id, "stack")).isEqualTo("[\"flow\"]");
        awaitNoErrands();
    }

    @Test
    void shouldCallTheVersionThatStandsForTheKeyNow() {
        // given
        harness.publish("sub", workflow().head("o", "output", "{'value':'old'}"));
        publishAs(2, false, workflow().head("o", "output", "{'value':'old'}").version("v-sub", "sub"));
        publishAs(3, true, workflow().head("o", "output", "{'value':'new'}").version("v-sub-2", "sub"));

        // when
        var id = caller();

        // then: though it is not enabled
        harness.awaitStatus(id, "RESOLVED");
        assertThat(job(id, "result")).isEqualTo("\"new\"");
    }

    private void publishAs(long sequence, boolean current, WorkflowVersion of) {
        var version = new WorkflowVersion(of.id(), of.key(), sequence, false, current, false, of.document());
        harness.send(Messages.record(harness.topics.workflowDefinitions(), version.id(), version));
    }

    @Test
    void shouldFailAsTheCalledWorkflowFails() {
        // given
        harness.publish("sub", workflow().head("e", "end", "{'endStatus':-1}"));

        // when
        var id = caller();

        // then
        harness.awaitStatus(id, "FAILED");
        assertThat(Json.parse(job(id, "result")).path("executionId").asText()).isEqualTo(child(id, "id::text"));
        assertThat(execution(id, "reason")).contains("subflow_failed", "ended as FAILED");
    }

    @Test
    void shouldNameAWorkflowThatIsNotThereAndACircle() {
        // when
        var unknown = caller();
        harness.awaitStatus(unknown, "ERROR");
        harness.publish("circle", workflow().head("s", "subflow", "{'workflow':'circle'}"));
        var event = harness.event(null);
        var circle = harness.fire(new TriggerEvent(
                event.executionId(), "v-circle", "circle", null, Json.object(), null, null, null, null));

        // then
        harness.awaitStatus(circle, "ERROR");
        assertThat(job(unknown, "result")).contains("unknown_workflow");
        assertThat(job(circle, "result")).contains("stack_limit");
        assertThat(harness.value("select count(*) from orchestrator.execution")).isEqualTo("2");
    }

    @Test
    void shouldTellTheCallerWhenTheCallIsRefusedOnArrival() {
        // given
        harness.publish(workflow().head("w", ECHO, "{}"));
        var parent = harness.fire(harness.event(null));
        var command = harness.command(commands.next());

        // when
        harness.fire(call("v9", ReplyAddress.ofJob(parent, command.jobId(), 1)));

        // then
        harness.awaitStatus(parent, "ERROR");
        assertThat(job(parent, "result")).contains("unknown_workflow", "v9");
    }

    @Test
    void shouldSetAsideWhatCannotBeAnsweredOrKnown() {
        // given
        harness.publish("sub", workflow().head("o", "output", "{'value':5}"));
        var id = harness.event(null).executionId();

        // when
        harness.fire(call("v-sub", new ReplyAddress("somewhere", "no job", ReplyAddress.Detail.JOB)));
        var abort = new ExecutionCommand.Abort(id, "v-sub", "sub", null, "p", "Nobody waits");
        harness.send(Messages.record(harness.topics.executionCommands(), id, abort));
        var call = call("v-sub", null);
        harness.fire(call);

        // then
        harness.awaitStatus(call.executionId(), "RESOLVED");
        try (var letters = harness.tail(harness.topics.deadLetters())) {
            soon().until(() -> letters.poll().size() == 2);
        }
        assertThat(harness.value("select count(*) from orchestrator.execution")).isEqualTo("1");
    }

    @Test
    void shouldPassACancelOnAndSayWhy() {
        // given
        harness.publish("sub", workflow().head("s", "subflow", "{'workflow':'leaf'}"));
        harness.publish("leaf", workflow().head("w", ECHO, "{}"));
        var id = caller();
        var leaf = harness.command(commands.next()).executionId();

        // when
        var cancel = new ExecutionCommand.Cancel(id, "ann");
        harness.send(Messages.record(harness.topics.executionCommands(), id, cancel));

        // then
        harness.awaitStatus(id, "CANCELED");
        harness.awaitStatus(leaf, "ABORTED");
        assertThat(child(id, "status")).isEqualTo("ABORTED");
        assertThat(child(id, "reason")).contains("parent_aborted", "node s of execution " + id);
        awaitNoErrands();
    }

    @Test
    void shouldPassATimeoutOn() {
        // given
        harness.publish("sub", workflow().head("w", ECHO, "{}"));
        harness.publish(workflow().options("{'timeout':1000}").head("s", "subflow", CALL));

        // when
        var id = harness.fire(harness.event(null));
        var command = harness.command(commands.next());

        // then
        harness.awaitStatus(id, "ABORTED");
        harness.awaitStatus(command.executionId(), "ABORTED");
        assertThat(command.deadline()).isNotNull();
        assertThat(execution(id, "reason")).contains("\"timeout\"");
        assertThat(child(id, "reason")).contains("parent_aborted");
    }

    @Test
    void shouldNeverBeginWhatWasGivenUpBefore() {
        // given
        harness.publish("sub", workflow().head("w", ECHO, "{}"));
        harness.publish(workflow().head("w", ECHO, "{}"));
        var call = call("v-sub", null);
        var abort = new ExecutionCommand.Abort(call.executionId(), "v-sub", "sub", "call-1", "p", "Nobody waits");

        // when
        harness.send(Messages.record(harness.topics.executionCommands(), call.executionId(), abort));
        harness.awaitStatus(call.executionId(), "ABORTED");
        harness.send(Messages.record(harness.topics.executionCommands(), call.executionId(), abort));
        harness.fire(call);
        harness.fire(withIdAfter(call));
        var command = harness.command(commands.next());

        // then
        assertThat(command.workflowKey()).isEqualTo("flow");
        assertThat(job(call.executionId(), "count(*)")).isEqualTo("0");
    }

    /** Another workflow's event that comes to the same partition, so behind the call. */
    private TriggerEvent withIdAfter(TriggerEvent call) {
        var event = harness.event(null);
        while (partition(event) != partition(call)) {
            event = harness.event(null);
        }
        return event;
    }

    private static int partition(TriggerEvent event) {
        byte[] key = event.executionId().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, HostHarness.PARTITIONS);
    }

    @Test
    void shouldChangeNothingWhenEverythingComesTwiceAndTellTheOutcomeAgain() {
        // given
        harness.publish("sub", workflow().head("w", ECHO, "{'x':1}").node("o", "output", "{'value':5}", "w"));
        var id = caller();
        var command = harness.command(commands.next());
        var reports = harness.tail(harness.topics.stepResults());
        harness.answer(command, JobStatus.RESOLVED);
        harness.awaitStatus(id, "RESOLVED");
        soon().until(() -> reports.poll().size() == 2);
        reports.drain();

        // when
        harness.restart(harness::forgetOffsets);

        // then
        var again = Messages.decode(reports.next(), StepResult.class);
        assertThat(again.executionId()).isEqualTo(id);
        assertThat(again.result()).isEqualTo(Json.NODES.numberNode(5));
        assertThat(harness.value("select count(*) from orchestrator.execution")).isEqualTo("2");
        assertThat(harness.value("select count(*) from orchestrator.job")).isEqualTo("3");
        reports.close();
    }

    @Test
    void shouldSendWhatACrashLeftBehind() {
        // given
        harness.publish("sub", workflow().head("o", "output", "{'value':5}"));
        var call = call("v-sub", null);

        // when
        harness.execute("insert into orchestrator.errand (execution_id, kind, message, created_at) values ('"
                + call.executionId() + "', 'START', '" + Json.text(call) + "', now() - interval '1 minute')");

        // then
        harness.awaitStatus(call.executionId(), "RESOLVED");
        awaitNoErrands();
    }

    @Test
    void shouldFanOut() {
        // given
        harness.publish("sub", workflow().head("o", "output", "{'value':'{{$context.n}}'}"));
        harness.publish(workflow()
                .head("l", "loop", "{'target':5000}")
                .branch(
                        "s",
                        "subflow",
                        "{'workflow':'sub','context':{'n':'{{$scopes.l.index}}'},'wait':false}",
                        "l",
                        0));

        // when
        long begun = System.nanoTime();
        var id = harness.fire(harness.event(null));

        // then
        harness.awaitStatus(id, "RESOLVED");
        soon().until(() -> "5000"
                .equals(harness.value(
                        "select count(*) from orchestrator.execution where status = 'RESOLVED' and parent_execution_id = '"
                                + id + "'")));
        Logger.getLogger(SubflowTest.class)
                .infof("5000 workflows called in %d ms", (System.nanoTime() - begun) / 1_000_000);
        assertThat(harness.value("select count(distinct output) from orchestrator.execution"))
                .isEqualTo("5000");
        awaitNoErrands();
    }

    @Test
    void shouldTellMessagesToTheCaller() {
        // given
        harness.publish(workflow()
                .head("m", "response-message", "{'message':'Only {{$context.n}} left'}")
                .node("e", "end", "{'endStatus':-1}", "m"));
        var event = harness.event(null);

        // when
        var caller = new ReplyAddress("here", "call-1", ReplyAddress.Detail.OUTCOME);
        var id = harness.fire(new TriggerEvent(
                event.executionId(), "v1", "flow", null, event.context(), null, caller, null, event.occurredAt()));

        // then
        try (var replies = harness.tail(harness.topics.replies())) {
            assertThat(Messages.decode(replies.next(), Reply.class).messages()).containsExactly("Only 1 left");
        }
        assertThat(execution(id, "messages")).isEqualTo("[\"Only 1 left\"]");
    }
}
