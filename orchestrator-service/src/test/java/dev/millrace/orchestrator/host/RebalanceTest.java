package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static dev.millrace.orchestrator.host.HostHarness.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.status.JobStatus;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts share the executions, come and go, and hear things twice. */
class RebalanceTest extends HostFixture {
    private static final Logger LOG = Logger.getLogger(RebalanceTest.class);
    private static final int EXECUTIONS = 400;
    private static final int STEPS = 3;

    @BeforeEach
    void publish() {
        harness.publish(
                workflow().head("a", ECHO, "{}").node("b", ECHO, "{}", "a").node("c", ECHO, "{}", "b"));
    }

    @Test
    void shouldRunEachJobOnceWhileHostsComeAndGo() {
        // given
        long seed = Long.getLong("millrace.seed", System.nanoTime());
        LOG.infof("seed %d", seed);
        var random = new Random(seed);
        for (int i = 0; i < EXECUTIONS; i++) {
            var event = harness.event(null);
            harness.sendLater(Messages.record(harness.topics.triggerEvents(), event.executionId(), event));
        }

        // when: a second host comes at some moment, and goes at a later one
        int steps = EXECUTIONS * STEPS;
        int comes = random.nextInt(steps / 2);
        int goes = steps / 2 + random.nextInt(steps / 2);
        Host second = null;
        var answered = new HashSet<String>();
        var open = new ArrayDeque<StepCommand>();
        while (answered.size() < steps) {
            takeCommands(answered, open, random);
            harness.answer(open.remove(), JobStatus.RESOLVED);
            if (second == null && answered.size() > comes) {
                second = harness.newHost();
            } else if (second != null && answered.size() > goes) {
                second.close();
                goes = Integer.MAX_VALUE;
            }
        }

        // then
        while (!open.isEmpty()) {
            harness.answer(open.remove(), JobStatus.RESOLVED);
        }
        soon().untilAsserted(() -> assertThat(
                        harness.value("select count(*) from orchestrator.execution where status = 'RESOLVED'"))
                .as("seed %d", seed)
                .isEqualTo(String.valueOf(EXECUTIONS)));
        assertThat(harness.value("select count(*) from orchestrator.job")).isEqualTo(String.valueOf(steps));
    }

    /** Answers come in any order. */
    private void takeCommands(Set<String> answered, Queue<StepCommand> open, Random random) {
        if (!open.isEmpty()) {
            return;
        }
        soon().until(() -> !commands.poll().isEmpty());
        var taken = commands.drain();
        Collections.shuffle(taken, random);
        for (var record : taken) {
            var command = harness.command(record);
            if (answered.add(command.jobId())) {
                open.add(command);
            }
        }
        if (open.isEmpty()) {
            takeCommands(answered, open, random);
        }
    }

    @Test
    void shouldNotRepeatTheNextStepWhenAResultComesTwice() {
        // given
        var id = harness.fire(harness.event(null));
        var first = harness.command(commands.next());

        // when
        harness.answer(first, JobStatus.RESOLVED);
        harness.answer(first, JobStatus.RESOLVED);
        var second = harness.command(commands.next());
        harness.answer(first, JobStatus.RESOLVED);
        harness.answer(second, JobStatus.RESOLVED);
        var third = harness.command(commands.next());
        harness.answer(third, JobStatus.RESOLVED);
        harness.awaitStatus(id, "RESOLVED");

        // then
        assertThat(second.nodeKey()).isEqualTo("b");
        assertThat(third.nodeKey()).isEqualTo("c");
        assertThat(commands.drain()).isEmpty();
    }
}
