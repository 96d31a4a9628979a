package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops of 100,000 passes, and long waits. The engine runs without the checks of the harness, as the host runs it. */
class LargeTest {
    private static final int MANY = 100_000;
    private static final StepTypes TYPES = StepTypes.of(Set.of("work"), Set.of());

    private static WorkflowGraph loop(String config) {
        return workflow()
                .head("l", "loop", config)
                .branch(
                        "c",
                        "calculation",
                        "{'engine':'formula.js','expression':'{{$scopes.l.index}} * 2 + 1'}",
                        "l",
                        0)
                .graph();
    }

    private static ExecutionState run(Engine engine, WorkflowGraph graph) {
        Instant now = EngineHarness.START;
        Advance advance = engine.start(EngineHarness.event("{'data':{}}", null), graph, now);
        ExecutionState state = ExecutionState.created(advance.changes().orElseThrow());
        while (!state.header().status().ended()) {
            var proceed = (Effect.Proceed) advance.effects().get(0);
            advance = engine.advance(state, new Input.Steer(proceed.command()), graph, now);
            state.apply(advance.changes().orElseThrow());
        }
        return state;
    }

    private static Engine engine() {
        return new Engine(Limits.DEFAULT, TYPES, (key, at) -> Optional.empty(), ZoneOffset.UTC, "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'parallel':8", ",'parallel':1000"})
    void shouldLoopAHundredThousandTimesInBoundedState(String more) {
        // when
        var state = run(engine(), loop("{'target':" + MANY + more + "}"));

        // then
        assertThat(state.header().status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(state.newest("l").orElseThrow().result().path("done").intValue())
                .isEqualTo(MANY);
        assertThat(state.newest("c").orElseThrow().result().intValue()).isEqualTo(2 * MANY - 1);
        assertThat(state.newestByNode()).hasSize(2);
        assertThat(state.lanes().size()).isLessThanOrEqualTo(20_000);
    }

    /**
     * What a pass does must not depend on how many there are. What it allocates shows that to a few percent on any machine.
     * Time does not on a busy one (that it is flat within 20 % is a figure of {@code ./millrace bench --micro}), but a pass
     * that looked at those before it would take many times as long at the end, whoever else is at work.
     */
    @Test
    void shouldCostTheSameForEachPassHoweverManyThereAre() {
        // given
        var engine = engine();
        var small = loop("{'target':100}");
        var large = loop("{'target':" + MANY + "}");
        Runnable inSmallOnes = () -> {
            for (int i = 0; i < MANY / 100; i++) {
                run(engine, small);
            }
        };
        Runnable inOne = () -> run(engine, large);
        Cost.of(inSmallOnes);
        Cost.of(inOne);

        // when
        var few = Cost.of(inSmallOnes);
        var many = Cost.of(inOne);

        // then
        assertThat(many.bytes())
                .as("bytes for %d passes in one loop, against those in loops of 100", MANY)
                .isLessThanOrEqualTo(few.bytes() * 6 / 5);
        assertThat(many.nanos())
                .as("ns of a processor for %d passes in one loop, against those in loops of 100", MANY)
                .isLessThanOrEqualTo(few.nanos() * 4);
    }

    /** What some work took of the machine: bytes that this thread allocated, and ns that it ran. */
    private record Cost(long bytes, long nanos) {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        static Cost of(Runnable work) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long nanos = THREADS.getCurrentThreadCpuTime();
            work.run();
            return new Cost(
                    THREADS.getCurrentThreadAllocatedBytes() - bytes, THREADS.getCurrentThreadCpuTime() - nanos);
        }
    }

    @Test
    void shouldCollectTenThousandResultsByDefault() {
        // when
        var state = run(engine(), loop("{'target':10000,'parallel':4,'collect':'{{$jobsMapByNodeKey.c}}'}"));

        // then
        var results = state.newest("l").orElseThrow().result().path("results");
        assertThat(results).hasSize(10_000);
        assertThat(results.get(9_999).intValue()).isEqualTo(19_999);
    }

    @Test
    void shouldWaitForAYear() {
        // given
        var execution = EngineHarness.of(workflow().head("d", "delay", "{'duration':365,'unit':86400000}"))
                .start();

        // when
        execution.sleep(Duration.ofDays(365).minusMillis(1));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        assertThat(execution.waiting().get(0).until()).isEqualTo(EngineHarness.START.plus(Duration.ofDays(365)));
        execution.sleep(Duration.ofMillis(1));

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldRefuseAValueThatIsWrappedInItselfOverAndOver() {
        // given
        var execution = EngineHarness.of(Workflows.workflow()
                .head("v", "variable", "{'target':null,'value':1}")
                .node("l", "loop", "{'target':5000}", "v")
                .branch("a", "variable", "{'target':'v','value':[{'inner':'{{$jobsMapByNodeKey.v}}'}]}", "l", 0));

        // when
        execution.start();
        execution.proceed();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().reason().code()).isEqualTo("payload_too_deep");
        assertThat(execution.jobs("a")).hasSize(PayloadSize.DEEPEST / 2 + 1);
    }
}
