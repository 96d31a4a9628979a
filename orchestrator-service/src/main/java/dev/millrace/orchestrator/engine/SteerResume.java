package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.orchestrator.engine.Inputs.Taken;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets a paused execution go on where it stood: every wait has as long to go as it had when the pause began. */
final class SteerResume {
    private final EngineSetup setup;
    private final Draft draft;

    SteerResume(EngineSetup setup, Draft draft) {
        this.setup = setup;
        this.draft = draft;
    }

    Taken take(ExecutionCommand.Resume command) {
        var header = draft.header();
        var steering = header.steering();
        if (header.status().ended() || !header.paused() || steering.taken() != command.taken()) {
            return Taken.NOT;
        }
        var slept = Duration.between(steering.pause().at(), draft.now());
        var act = new Steering.Act("resume", command.by(), draft.now(), null);
        draft.header(old -> old.withSteering(steering.act(act).paused(null)));
        var oldExpiry = header.expiresAt();
        if (oldExpiry != null) {
            draft.header(old -> old.expiringAt(oldExpiry.plus(slept)));
            draft.setTimer(Timers.ofExecution(), oldExpiry.plus(slept));
        }
        for (Job job : List.copyOf(draft.pending())) {
            wake(job, slept, oldExpiry);
        }
        return Taken.MOVES;
    }

    private void wake(Job job, Duration slept, Instant oldExpiry) {
        var node = draft.node(job.nodeKey());
        var deadline = Timers.earliest(job.until(), oldExpiry);
        Job woken = job.until() == null ? job : job.until(job.until().plus(slept));
        if (woken != job) {
            draft.put(woken);
            Timers.of(woken, node).ifPresent(key -> draft.setTimer(key, woken.until()));
        }
        // Workers pass over a command whose deadline is gone: it was, while the execution slept.
        boolean asked = job.dispatched() && node.behaviour().isEmpty();
        if (asked && deadline != null && deadline.isBefore(draft.now())) {
            draft.effect(Steps.dispatch(draft, woken, Steps.config(setup, draft, node, woken)));
        }
    }
}
