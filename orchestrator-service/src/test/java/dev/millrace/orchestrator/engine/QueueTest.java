package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.Concurrency.Overflow;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Executions that wait for a slot of their workflow's concurrency limit. */
class QueueTest {
    private static final StepTypes TYPES = StepTypes.of(Set.of("work"), Set.of());
    private static final Instant LATER = EngineHarness.START.plus(Duration.ofHours(1));

    private final Engine engine =
            new Engine(Limits.DEFAULT, TYPES, (key, at) -> Optional.empty(), ZoneOffset.UTC, "test");
    private final WorkflowGraph graph = workflow()
            .head("w", "work", "{}")
            .options("{'timeout':1000,'concurrency':{'limit':1}}")
            .graph();

    private ExecutionState queued() {
        var caller = new ReplyAddress("here", "c", ReplyAddress.Detail.EXECUTION);
        var advance = engine.queue(EngineHarness.event("{'data':{}}", caller), graph, EngineHarness.START);
        assertThat(advance.effects()).isEmpty();
        return ExecutionState.created(advance.changes().orElseThrow());
    }

    private Advance take(ExecutionState state, ExecutionCommand command) {
        return engine.advance(state, new Input.Steer(command), graph, LATER);
    }

    @Test
    void shouldWaitByNameWithoutRunningAnything() {
        // when
        var state = queued();

        // then
        assertThat(state.header().status()).isEqualTo(ExecutionStatus.QUEUED);
        assertThat(state.header().startedAt()).isNull();
        assertThat(state.header().expiresAt()).isNull();
        assertThat(state.newestByNode()).isEmpty();
        assertThat(Waiting.of(state, TYPES)).extracting("kind").containsExactly(Waiting.Kind.SLOT);
    }

    @Test
    void shouldCountItsTimeoutFromWhenItBegins() {
        // given
        var state = queued();

        // when
        var advance = take(state, new ExecutionCommand.Begin(EngineHarness.ID, null));
        state.apply(advance.changes().orElseThrow());

        // then
        assertThat(state.header().status()).isEqualTo(ExecutionStatus.STARTED);
        assertThat(state.header().startedAt()).isEqualTo(LATER);
        assertThat(state.header().expiresAt()).isEqualTo(LATER.plusMillis(1000));
        assertThat(advance.changes().orElseThrow().timersSet()).hasSize(1);
        assertThat(advance.effects()).hasSize(1).first().isInstanceOf(Effect.Dispatch.class);
    }

    @Test
    void shouldBeginOnlyOnce() {
        // given
        var state = queued();
        var begin = new ExecutionCommand.Begin(EngineHarness.ID, null);
        state.apply(take(state, begin).changes().orElseThrow());

        // when
        var again = take(state, begin);

        // then
        assertThat(again.changes()).isEmpty();
    }

    @Test
    void shouldEndAsAbortedWhenItIsRefused() {
        // given
        var state = queued();

        // when
        var refusal = EndReason.of("concurrency_limit", "Expected a slot, but none is free");
        var advance = take(state, new ExecutionCommand.Begin(EngineHarness.ID, refusal));
        state.apply(advance.changes().orElseThrow());

        // then
        assertThat(state.header().status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(state.header().reason()).isEqualTo(refusal);
        assertThat(advance.effects()).hasSize(1);
    }

    @Test
    void shouldKeepTheReasonOfACancel() {
        // given
        var state = queued();

        // when
        var reason = EndReason.of("superseded", "A newer one came");
        state.apply(take(state, new ExecutionCommand.Cancel(EngineHarness.ID, null, null, reason))
                .changes()
                .orElseThrow());

        // then
        assertThat(state.header().status()).isEqualTo(ExecutionStatus.CANCELED);
        assertThat(state.header().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'limit':2,'key':'{{$context.p}}-{{$context.q.r}}'}|{'p':7,'q':{'r':true}}|7-true",
                "{'limit':2,'key':'{{$context.p}}'}|{'p':7}|7",
                "{'limit':2,'key':'{{$context.p}}'}|{'p':null}|''",
                "{'limit':2,'key':'{{$context.p}}'}|{}|''",
                "{'limit':2}|{'p':7}|''"
            })
    void shouldTakeTheKeyFromTheContext(String concurrency, String context, String key) {
        // given
        var limited = workflow()
                .head("w", "work", "{}")
                .options("{'concurrency':" + concurrency + ",'priority':'{{$context.p}}'}")
                .graph();

        // when
        var claim = limited.admission().claim(json(context)).orElseThrow();

        // then
        assertThat(claim.concurrencyKey()).isEqualTo(key);
        assertThat(claim.limit()).isEqualTo(2);
        assertThat(claim.overflow()).isEqualTo(Overflow.QUEUE);
        assertThat(claim.priority()).isEqualTo(json(context).path("p").asInt(0));
    }

    @Test
    void shouldShortenLongKeysWithoutMixingThemUp() {
        // given
        var admission = workflow()
                .head("w", "work", "{}")
                .options("{'concurrency':{'limit':1,'key':'{{$context.p}}'}}")
                .graph()
                .admission();
        var text = "x".repeat(5_000);

        // when
        var one = admission.claim(json("{'p':'" + text + "1'}")).orElseThrow().concurrencyKey();
        var other = admission.claim(json("{'p':'" + text + "2'}")).orElseThrow().concurrencyKey();

        // then
        assertThat(one).hasSizeLessThanOrEqualTo(200).isNotEqualTo(other);
    }
}
