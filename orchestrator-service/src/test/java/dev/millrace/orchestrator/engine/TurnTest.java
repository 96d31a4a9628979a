package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An advance runs a bounded number of nodes, then others have their turn. */
class TurnTest {
    private static final Limits TEN = new Limits(10, 1_000_000, 0);

    private static Workflows racing(String mode) {
        return workflow()
                .head("p", "parallel", "{'mode':'" + mode + "'}")
                .branch("w", "work", "{}", "p", 0)
                .branch("l", "loop", "{'target':30}", "p", 1)
                .branch("i", "variable", "{'value':'{{$scopes.l.index}}'}", "l", 0);
    }

    @Test
    void shouldGoOnInFurtherTurnsUntilAllIsDone() {
        // given
        var workflow = workflow()
                .head("a", "loop", "{'target':7}")
                .branch("b", "loop", "{'target':7}", "a", 0)
                .branch("i", "variable", "{'value':['{{$scopes.a.index}}','{{$scopes.b.index}}']}", "b", 0)
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.i}}'}", "a");
        var execution = new EngineHarness(workflow.graph(), TEN).start();
        assertThat(execution.waiting()).extracting("kind").containsExactly(Waiting.Kind.TURN);

        // when
        execution.proceed();

        // then
        assertThat(execution.jobs("i")).hasSize(49);
        assertThat(execution.result("after")).isEqualTo(json("[6,6]"));
        assertThat(execution.header().advance()).isGreaterThan(5);
        assertThat(execution.header().resumePoint()).isNull();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldTakeOtherInputsBetweenTurns() {
        // given
        var execution = new EngineHarness(racing("all").graph(), TEN).start();

        // when
        execution.one(new Input.Steer(new ExecutionCommand.Proceed("e1", 99)));
        execution.resolve("w", "1");

        // then
        assertThat(execution.result("p")).isEqualTo(json("[1,1]"));
        assertThat(execution.jobs("i")).hasSize(30);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldDropTheTurnsOfABranchThatLost() {
        // given
        var execution = new EngineHarness(racing("race").graph(), TEN).start();
        int done = execution.jobs("i").size();

        // when
        execution.resolve("w", "1");

        // then
        assertThat(execution.job("l").status()).isEqualTo(JobStatus.CANCELED);
        assertThat(execution.jobs("i")).hasSize(done);
        assertThat(execution.header().resumePoint()).isNull();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldAskForItsTurnAgainWhenARecordComesTwice() {
        // given
        var execution = new EngineHarness(racing("all").graph(), TEN).start();

        // when
        var repeat = execution.one(new Input.Start(EngineHarness.event("{}", null)));

        // then
        assertThat(repeat.changes()).isEmpty();
        assertThat(repeat.effects())
                .contains(new Effect.Proceed(new ExecutionCommand.Proceed("e1", 1)))
                .hasSize(2);
    }

    @Test
    void shouldStopBetweenTurnsWhenItIsCancelled() {
        // given
        var execution = new EngineHarness(racing("all").graph(), TEN).start();

        // when
        execution.cancel("ann");

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.CANCELED);
        assertThat(execution.header().resumePoint()).isNull();
        assertThat(execution.jobs()).noneMatch(job -> job.pending());
    }

    @Test
    void shouldKeepOnlyWhatALaterNodeCanReach() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':20000}")
                .branch("i", "variable", "{'value':'{{$scopes.l.index}}'}", "l", 0);
        var graph = workflow.graph();
        var engine = new Engine(
                Limits.DEFAULT, StepTypes.of(Set.of(), Set.of()), EngineHarness.CALLEES, ZoneOffset.UTC, "test");
        var first = engine.start(EngineHarness.event("{}", null), graph, EngineHarness.START)
                .changes()
                .orElseThrow();
        var state = ExecutionState.created(first);

        // when
        while (!state.header().status().ended()) {
            var proceed = new ExecutionCommand.Proceed("e1", state.header().advance());
            var advance = engine.advance(state, new Input.Steer(proceed), graph, EngineHarness.START);
            assertThat(advance.changes().orElseThrow().jobs().size()).isLessThan(10_100);
            state.apply(advance.changes().orElseThrow());
            assertThat(state.newestByNode()).hasSizeLessThanOrEqualTo(2);
            assertThat(state.pending()).hasSizeLessThanOrEqualTo(1);
        }

        // then
        assertThat(state.header().lastSequence()).isEqualTo(20_001);
        assertThat(state.header().advance()).isEqualTo(3);
    }
}
