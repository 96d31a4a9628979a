package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static dev.millrace.orchestrator.host.HostHarness.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.JobStatus;
import dev.millrace.testing.TestInfrastructure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The database or the broker goes while executions run, and comes back. */
class OutageTest extends HostFixture {
    private static final int EXECUTIONS = 200;

    @Test
    void shouldWaitForTheDatabaseByNameAndLoseNothing() throws Exception {
        // given
        harness.publish(workflow().head("a", ECHO, "{}").node("b", ECHO, "{}", "a"));
        var asked = fire(EXECUTIONS);

        // when: answers and starts come in while the database is away
        TestInfrastructure.whilePostgresIsAway(() -> {
            asked.forEach(command -> harness.answer(command, JobStatus.RESOLVED));
            fireOnly(EXECUTIONS);
            awaitProblem("database");
        });

        // then
        awaitAllResolved(2 * EXECUTIONS);
        assertThat(harness.value("select count(*) from orchestrator.job")).isEqualTo(String.valueOf(4 * EXECUTIONS));
        harness.awaitWorking();
    }

    @Test
    void shouldComeUpOnceTheDatabaseIsThere() throws Exception {
        // given
        harness.host().close();
        var late = new ArrayList<Host>();

        // when
        TestInfrastructure.whilePostgresIsAway(() -> {
            late.add(harness.newHost());
            soon().until(() -> late.get(0).status().problems().toString().contains("database"));
        });

        // then
        soon().until(() -> late.get(0).status().problems().isEmpty());
        late.get(0).close();
    }

    @Test
    void shouldWaitForTheBrokerByNameAndLoseNothing() throws Exception {
        // given: steps under way, and timers that are due while the broker is away
        harness.publish(workflow().head("a", ECHO, "{}").node("b", ECHO, "{}", "a"));
        harness.publish("waiting", workflow().head("w", "delay", "{'unit':1000,'duration':2,'endStatus':1}"));
        var asked = fire(EXECUTIONS);
        var event = harness.event(null);
        harness.fire(new TriggerEvent(
                event.executionId(),
                "v-waiting",
                "waiting",
                null,
                event.context(),
                List.of(),
                null,
                null,
                event.occurredAt()));
        harness.awaitStatus(event.executionId(), "STARTED");

        // when
        TestInfrastructure.whileKafkaIsAway(() -> {
            awaitProblem("Kafka");
            soon().until(() -> "t".equals(harness.value("select bool_and(due_at < now()) from orchestrator.timer")));
        });
        asked.forEach(command -> harness.answer(command, JobStatus.RESOLVED));

        // then
        harness.awaitStatus(event.executionId(), "RESOLVED");
        awaitAllResolved(EXECUTIONS + 1);
        harness.awaitWorking();
    }

    private void awaitProblem(String name) {
        soon().until(() -> harness.host().status().problems().toString().contains(name));
    }

    /** @return the first step of each */
    private List<StepCommand> fire(int count) {
        fireOnly(count);
        var asked = new ArrayList<StepCommand>();
        while (asked.size() < count) {
            asked.add(harness.command(commands.next()));
        }
        return asked;
    }

    private void fireOnly(int count) {
        for (int i = 0; i < count; i++) {
            var event = harness.event(null);
            harness.sendLater(Messages.record(harness.topics.triggerEvents(), event.executionId(), event));
        }
    }

    /** Answers every step that is asked for until all executions have ended. */
    private void awaitAllResolved(int count) {
        var answered = new HashSet<String>();
        var resolved = new AtomicBoolean();
        soon().atMost(HostHarness.PATIENCE.multipliedBy(2)).until(() -> {
            for (var record : commands.drain()) {
                var command = harness.command(record);
                if (answered.add(command.jobId())) {
                    harness.answer(command, JobStatus.RESOLVED);
                }
            }
            resolved.set(String.valueOf(count)
                    .equals(harness.value("select count(*) from orchestrator.execution where status = 'RESOLVED'")));
            return resolved.get();
        });
    }
}
