package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static dev.millrace.orchestrator.host.HostHarness.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Workflows;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class VersionTest extends HostFixture {

    private static Workflows steps() {
        return workflow().head("a", ECHO, "{'x':1}").node("b", ECHO, "{'seen':'{{$jobsMapByNodeKey.a.x}}'}", "a");
    }

    private void delete(WorkflowVersion.CancelRunning cancelRunning) {
        var version = steps().graph().version();
        harness.publish(new WorkflowVersion(
                version.id(), version.key(), 9, false, false, true, version.document(), cancelRunning));
    }

    @Test
    void shouldFinishOnAVersionThatIsGoneFromKafka() {
        // given
        harness.publish(steps());
        var id = harness.fire(harness.event(null));
        var first = harness.command(commands.next());

        // when
        harness.restart(this::loseDefinitions);
        harness.answer(first, JobStatus.RESOLVED);

        // then
        var second = commands.next();
        while (!harness.command(second).nodeKey().equals("b")) {
            second = commands.next();
        }
        assertThat(harness.command(second).config().path("seen").intValue()).isEqualTo(1);
        harness.answer(harness.command(second), JobStatus.RESOLVED);
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select count(*) from orchestrator.workflow_version"))
                .isEqualTo("1");
    }

    private void loseDefinitions() {
        var topic = harness.topics.workflowDefinitions();
        try (var admin = Admin.create(harness.kafka.common())) {
            admin.deleteTopics(List.of(topic)).all().get();
            soon().until(() -> !admin.listTopics().names().get().contains(topic));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldLetExecutionsFinishWhenTheirWorkflowIsDeleted() {
        // given
        harness.publish(steps());
        var id = harness.fire(harness.event(null));
        var first = harness.command(commands.next());

        // when
        delete(null);
        harness.answer(first, JobStatus.RESOLVED);
        harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);

        // then
        harness.awaitStatus(id, "RESOLVED");
    }

    @Test
    void shouldCancelExecutionsWhenThatIsWantedButNotLaterOnes() {
        // given
        harness.publish(steps());
        var one = harness.fire(harness.event(null));
        var two = harness.fire(harness.event(null));
        harness.awaitStatus(one, "STARTED");
        harness.awaitStatus(two, "STARTED");

        // when
        delete(new WorkflowVersion.CancelRunning("ann", Instant.now()));
        harness.awaitStatus(one, "CANCELED");
        harness.awaitStatus(two, "CANCELED");
        var later = harness.fire(harness.event(null));
        harness.restart(() -> {});
        harness.awaitStatus(later, "STARTED");

        // then
        assertThat(harness.value("select reason from orchestrator.execution where id = '" + one + "'"))
                .contains("manual_cancel", "ann", "v1 was disabled or deleted");
        harness.answer(commandOf(later), JobStatus.FAILED);
        harness.awaitStatus(later, "FAILED");
    }

    private StepCommand commandOf(String executionId) {
        var command = harness.command(commands.next());
        while (!command.executionId().equals(executionId)) {
            command = harness.command(commands.next());
        }
        return command;
    }
}
