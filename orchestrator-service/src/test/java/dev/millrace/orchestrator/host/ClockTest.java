package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The machine's clock jumps. */
class ClockTest extends HostFixture {
    private static final String HOUR = "{'unit':3600000,'duration':1,'endStatus':1}";

    private final JumpingClock clock = new JumpingClock();

    private static final class JumpingClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        void jump(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    @Override
    InstantSource clock() {
        return clock;
    }

    @Test
    void shouldEndWhatIsDueWhenTheClockJumpsAhead() {
        // given
        harness.publish(workflow().head("wait", "delay", HOUR).node("a", ECHO, "{}", "wait"));
        var id = harness.fire(harness.event(null));
        harness.awaitStatus(id, "STARTED");

        // when
        clock.jump(Duration.ofHours(2));
        harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select count(*) from orchestrator.timer")).isEqualTo("0");
    }

    @Test
    void shouldGoOnWhenTheClockJumpsBackAndWaitForTheTimeThatWasNamed() {
        // given: a wait until a time, and a step under way
        harness.publish(workflow().head("wait", "delay", HOUR));
        var waiting = harness.fire(harness.event(null));
        harness.awaitStatus(waiting, "STARTED");
        var due = harness.value("select due_at from orchestrator.timer");
        harness.publish("steps", workflow().head("a", ECHO, "{}").node("b", ECHO, "{}", "a"));
        var running = fireSteps();
        var command = harness.command(commands.next());

        // when
        clock.jump(Duration.ofHours(-3));
        harness.answer(command, JobStatus.RESOLVED);
        harness.answer(nextOf(running), JobStatus.RESOLVED);

        // then: what needs no time goes on, what waits keeps the time it waits for
        harness.awaitStatus(running, "RESOLVED");
        assertThat(harness.value("select status from orchestrator.execution where id = '" + waiting + "'"))
                .isEqualTo("STARTED");
        assertThat(harness.value("select due_at from orchestrator.timer")).isEqualTo(due);

        // when
        clock.jump(Duration.ofHours(5));

        // then
        harness.awaitStatus(waiting, "RESOLVED");
    }

    private String fireSteps() {
        var event = harness.event(null);
        return harness.fire(new TriggerEvent(
                event.executionId(), "v-steps", "steps", null, event.context(), null, null, null, event.occurredAt()));
    }

    private StepCommand nextOf(String execution) {
        var command = harness.command(commands.next());
        assertThat(command.executionId()).isEqualTo(execution);
        return command;
    }
}
