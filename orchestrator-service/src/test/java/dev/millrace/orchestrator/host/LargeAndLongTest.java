package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.JobStatus;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LargeAndLongTest extends HostFixture {
    private static final int FIVE_MB = 5 * 1024 * 1024;

    @Test
    void shouldLoopAHundredThousandTimesAroundACalculation() {
        // given
        harness.publish(workflow()
                .head("l", "loop", "{'target':100000}")
                .branch("c", "calculation", "{'engine':'formula.js','expression':'{{$scopes.l.index}} + 1'}", "l", 0));

        // when
        var id = harness.fire(harness.event(null));

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select count(*) from orchestrator.job where status = 'RESOLVED'"))
                .isEqualTo("100001");
        assertThat(harness.value(
                        "select result from orchestrator.job where node_key = 'c' order by sequence desc limit 1"))
                .isEqualTo("100000");
    }

    @Test
    void shouldPassOnAResultOfFiveMegabytes() {
        // given
        harness.publish(workflow()
                .head("a", ECHO, "{}")
                .node("b", ECHO, "{'text':'{{$jobsMapByNodeKey.a.text}}'}", "a")
                .node("out", "output", "{'value':'{{$jobsMapByNodeKey.b.text}}'}", "b"));

        // when
        var id = harness.fire(harness.event(null));
        var command = harness.command(commands.next());
        var result = Json.object().put("text", "x".repeat(FIVE_MB));
        harness.send(Messages.record(
                harness.topics.stepResults(),
                id,
                new StepResult(id, command.jobId(), command.attempt(), JobStatus.RESOLVED, result, null, null)));
        harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select length(output) from orchestrator.execution"))
                .isEqualTo(String.valueOf(FIVE_MB + 2));
    }

    @Test
    void shouldKeepADelayOfAYearOverARestart() {
        // given
        harness.publish(workflow().head("d", "delay", "{'duration':365,'unit':86400000,'endStatus':1}"));
        var id = harness.fire(harness.event(null));
        harness.awaitStatus(id, "STARTED");
        assertThat(harness.value("select round(extract(epoch from due_at - now()) / 86400) from orchestrator.timer"))
                .isEqualTo("365");

        // when: the year is over
        harness.restart(() -> {
            harness.execute("update orchestrator.timer set due_at = now()");
            harness.execute("update orchestrator.job set until = now()");
        });

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select count(*) from orchestrator.timer")).isEqualTo("0");
    }

    /** Passes side by side survive that the host forgets all it had in memory. */
    @Test
    void shouldGoOnWithPassesSideBySideAfterARestart() {
        // given
        harness.publish(workflow()
                .head("l", "loop", "{'target':3,'parallel':3,'collect':'{{$jobsMapByNodeKey.v}}'}")
                .branch("w", ECHO, "{'n':'{{$scopes.l.index}}'}", "l", 0)
                .node("w2", ECHO, "{'n':'{{$jobsMapByNodeKey.w.n}}'}", "w")
                .node("v", "variable", "{'value':'{{$jobsMapByNodeKey.w.n}}-{{$jobsMapByNodeKey.w2.n}}'}", "w2"));
        var id = harness.fire(harness.event(null));
        for (int i = 0; i < 3; i++) {
            harness.answer(harness.command(commands.next()), JobStatus.RESOLVED);
        }
        var second = new ArrayList<StepCommand>();
        for (int i = 0; i < 3; i++) {
            second.add(harness.command(commands.next()));
        }

        // when
        harness.restart(() -> {});
        for (int i = 2; i >= 0; i--) {
            harness.answer(second.get(i), JobStatus.RESOLVED);
        }

        // then
        harness.awaitStatus(id, "RESOLVED");
        assertThat(harness.value("select result from orchestrator.job where node_key = 'l'"))
                .isEqualTo("{\"looped\":3,\"done\":3,\"results\":[\"0-0\",\"1-1\",\"2-2\"]}");
    }
}
