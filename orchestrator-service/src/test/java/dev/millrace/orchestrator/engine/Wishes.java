package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.effect.Errand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an execution has asked for: of workers, of callers, of the workflows that it calls, and of the engine itself. */
final class Wishes {
    private final Deque<ExecutionCommand.Proceed> proceeds = new ArrayDeque<>();
    private final List<StepCommand> commands = new ArrayList<>();
    private final List<TriggerEvent> calls = new ArrayList<>();
    private final List<ExecutionCommand.Abort> aborts = new ArrayList<>();
    private final List<Effect.Answer> answers = new ArrayList<>();
    private final List<StepCancellation> stops = new ArrayList<>();
    private int callsAnswered;

    void take(Advance advance) {
        advance.changes().ifPresent(changes -> changes.errands().forEach(this::take));
        for (Effect effect : advance.effects()) {
            if (effect instanceof Effect.Dispatch dispatch) {
                commands.add(dispatch.command());
            } else if (effect instanceof Effect.Proceed proceed) {
                proceeds.add(proceed.command());
            } else if (effect instanceof Effect.Stop stop) {
                stops.add(stop.cancellation());
            } else if (effect instanceof Effect.Answer answer) {
                answers.add(answer);
                callsAnswered += advance.changes().isPresent() ? 1 : 0;
            }
        }
    }

    private void take(Errand errand) {
        if (errand instanceof Errand.Start start) {
            calls.add(start.event());
        } else {
            aborts.add(((Errand.Abort) errand).command());
        }
    }

    /** What an advance asks for and asks for again when its input is repeated, in a form that can be compared. */
    static Set<Object> of(Advance advance) {
        return advance.effects().stream()
                // That a step may stop is told once: its result is refused in any case.
                .filter(effect -> !(effect instanceof Effect.Stop))
                .map(effect -> effect instanceof Effect.Dispatch dispatch
                        ? dispatch.command().jobId() + "#" + dispatch.command().attempt()
                        : (Object) effect)
                .collect(Collectors.toSet());
    }

    Deque<ExecutionCommand.Proceed> proceeds() {
        return proceeds;
    }

    List<StepCommand> commands() {
        return commands;
    }

    List<TriggerEvent> calls() {
        return calls;
    }

    List<ExecutionCommand.Abort> aborts() {
        return aborts;
    }

    List<Effect.Answer> answers() {
        return answers;
    }

    List<StepCancellation> stops() {
        return stops;
    }

    int callsAnswered() {
        return callsAnswered;
    }
}
