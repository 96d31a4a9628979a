package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The state machine behind every execution: a pure function from state and input to changes and effects. The same input on
 * the same state gives the same output, so what is played again after a crash is harmless. Thread-safe.
 */
public final class Engine {
    private final EngineSetup setup;

    /**
     * @param zone in which {@code $system.dateRange} counts days
     * @param instanceId what {@code $system.instanceId} tells
     */
    public Engine(Limits limits, StepTypes types, Callees callees, ZoneId zone, String instanceId) {
        this.setup = new EngineSetup(limits, types, callees, zone, instanceId);
    }

    /** Why the event must not start an execution, as {@code code: sentence}; empty when it may. */
    public Optional<String> admits(TriggerEvent event, WorkflowGraph graph) {
        return StackLimit.refusal(
                        event.stack(), graph.workflowKey(), graph.options().stackLimit())
                .map(sentence -> StackLimit.CODE + ": " + sentence);
    }

    /** Brings an execution into being, and begins it. Its changes are always present. */
    public Advance start(TriggerEvent event, WorkflowGraph graph, Instant now) {
        return begin(event, graph, now, (draft, flow) -> flow.begin());
    }

    /** Why no execution can begin where the rerun wants it to; empty when one can. */
    public Optional<EndReason> refusal(WorkflowGraph graph, Origin origin) {
        return SteerRerun.refusal(graph, origin);
    }

    /** Brings an execution into being that begins at a node of an earlier one. Its changes are always present. */
    public Advance rerun(TriggerEvent event, Origin origin, WorkflowGraph graph, Instant now) {
        return begin(
                event,
                graph,
                now,
                (draft, flow) -> flow.begin(() -> SteerRerun.refusal(graph, origin)
                        .ifPresentOrElse(
                                reason -> Ending.end(draft, ExecutionStatus.ERROR, reason),
                                () -> new SteerRerun(graph, origin).begin(draft, flow))));
    }

    private Advance begin(TriggerEvent event, WorkflowGraph graph, Instant now, BiConsumer<Draft, Flow> first) {
        var draft = created(event, graph, now);
        var flow = new Flow(setup, draft);
        first.accept(draft, flow);
        flow.run();
        return finish(draft, true);
    }

    /** Brings an execution into being that begins with a later {@code Begin}. Its changes are always present. */
    public Advance queue(TriggerEvent event, WorkflowGraph graph, Instant now) {
        var draft = created(event, graph, now);
        if (Timers.isOver(draft.header().expiresAt(), now)) {
            Expiry.end(draft);
            return finish(draft, true);
        }
        if (draft.header().expiresAt() != null) {
            draft.setTimer(Timers.ofExecution(), draft.header().expiresAt());
        }
        return new Advance(Optional.of(draft.changes(true)), List.of());
    }

    private static Draft created(TriggerEvent event, WorkflowGraph graph, Instant now) {
        return new Draft(ExecutionState.restore(Header.queued(event, now), List.of()), graph, now);
    }

    /** Ends an execution that is not there yet, so that it never begins. */
    public Advance forestall(ExecutionCommand.Abort command, Instant now) {
        var header = Header.forestalled(command, Inputs.reason(command), now);
        return new Advance(
                Optional.of(new Changes(header, List.of(), true, List.of(), List.of(), List.of())), List.of());
    }

    /**
     * Moves an execution on. The state itself is not changed: that is for {@link ExecutionState#apply}, once the changes are
     * written.
     */
    public Advance advance(ExecutionState state, Input input, WorkflowGraph graph, Instant now) {
        var draft = new Draft(state, graph, now);
        var flow = new Flow(setup, draft);
        return switch (new Inputs(setup, draft, flow).take(input)) {
            case NOT -> repeat(draft);
            case LATER -> finish(draft, false);
            case MOVES -> {
                flow.run();
                yield finish(draft, false);
            }
        };
    }

    private Advance finish(Draft draft, boolean created) {
        new Answers(setup.types(), draft).answer();
        var changes = draft.changes(created);
        var header = changes.header();
        if (header.resumePoint() != null && !header.paused()) {
            draft.effect(proceed(header));
        }
        return new Advance(Optional.of(changes), stillWanted(draft));
    }

    /** A step that was cancelled in the very advance that asked for it need not be asked for. */
    private static List<Effect> stillWanted(Draft draft) {
        return draft.effects().stream()
                .filter(effect -> !(effect instanceof Effect.Dispatch dispatch) || isPending(draft, dispatch))
                .toList();
    }

    private static boolean isPending(Draft draft, Effect.Dispatch dispatch) {
        String id = draft.header().id();
        return draft.pending().stream()
                .anyMatch(job -> job.id(id).equals(dispatch.command().jobId()));
    }

    /** Nothing has changed, but an owner that crashed may never have told anyone what the execution waits for. */
    private Advance repeat(Draft draft) {
        var effects = new ArrayList<Effect>();
        var header = draft.header();
        for (Job job : draft.pending()) {
            if (job.dispatched() && draft.node(job.nodeKey()).behaviour().isEmpty()) {
                effects.add(Steps.dispatch(draft, job, Steps.config(setup, draft, draft.node(job.nodeKey()), job)));
            }
        }
        if (header.resumePoint() != null && !header.paused()) {
            effects.add(proceed(header));
        }
        if (header.replied()) {
            effects.add(new Answers(setup.types(), draft).current());
        }
        return new Advance(Optional.empty(), effects);
    }

    private static Effect.Proceed proceed(Header header) {
        return new Effect.Proceed(new ExecutionCommand.Proceed(header.id(), header.advance()));
    }
}
