package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.Inputs.Taken;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;

/**
 * Holds an execution: nothing new begins, no time passes. Steps that run at workers may end, and are recorded; what comes
 * behind them waits.
 */
final class SteerPause {
    private SteerPause() {}

    static Taken take(Draft draft, ExecutionCommand.Pause command) {
        var header = draft.header();
        var steering = header.steering();
        if (header.status() != ExecutionStatus.STARTED || header.paused() || steering.taken() != command.taken()) {
            return Taken.NOT;
        }
        for (Job job : draft.pending()) {
            Timers.of(job, draft.node(job.nodeKey())).ifPresent(draft::clearTimer);
        }
        if (header.expiresAt() != null) {
            draft.clearTimer(Timers.ofExecution());
        }
        var act = new Steering.Act("pause", command.by(), draft.now(), null);
        var pause = new Steering.Pause(command.by(), draft.now());
        draft.header(old -> old.withSteering(steering.act(act).paused(pause)));
        return Taken.MOVES;
    }
}
