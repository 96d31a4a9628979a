package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;
import java.time.Instant;

/** Takes an input into a draft, unless the state says that it is late or a repeat. */
final class Inputs {
    private final EngineSetup setup;
    private final Draft draft;
    private final Flow flow;

    Inputs(EngineSetup setup, Draft draft, Flow flow) {
        this.setup = setup;
        this.draft = draft;
        this.flow = flow;
    }

    enum Taken {
        /** Late or a repeat: nothing changes. */
        NOT,
        /** A timer that came early is set again; the flow stays where it is. */
        LATER,
        MOVES;

        static Taken when(boolean expected) {
            return expected ? MOVES : NOT;
        }
    }

    Taken take(Input input) {
        if (input instanceof Input.Retry retry && draft.header().status().ended()) {
            return new SteerRetry(draft).reopen(retry);
        }
        if (draft.header().status().ended()) {
            return Taken.NOT;
        }
        if (input instanceof Input.Retry retry) {
            return new SteerRetry(draft).hurry(retry.command());
        }
        if (input instanceof Input.StepEnded ended) {
            return Taken.when(take(ended.result()));
        }
        // A start of an execution that is there is a repeat.
        return input instanceof Input.Steer steer ? take(steer.command()) : Taken.NOT;
    }

    private boolean take(StepResult result) {
        Job job = draft.pending(sequence(draft, result.jobId()));
        boolean expected = job != null
                && job.dispatched()
                && job.attempt() == result.attempt()
                && result.status() != JobStatus.PENDING;
        if (expected) {
            flow.told(
                    draft.node(job.nodeKey()),
                    job,
                    new Outcome(result.status(), result.result(), result.errorCode(), result.log(), null));
        }
        return expected;
    }

    /** The job's number within this execution; 0, which no job has, for a job of another. */
    static int sequence(Draft draft, String jobId) {
        String prefix = draft.header().id() + ".";
        String id = jobId == null ? "" : jobId;
        String number = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    private Taken take(ExecutionCommand command) {
        if (command instanceof ExecutionCommand.Cancel cancel) {
            return cancel(cancel);
        }
        if (command instanceof ExecutionCommand.Pause pause) {
            return SteerPause.take(draft, pause);
        }
        if (command instanceof ExecutionCommand.Resume resume) {
            return new SteerResume(setup, draft).take(resume);
        }
        if (command instanceof ExecutionCommand.ResumeJob resume) {
            return SteerJob.take(draft, flow, resume);
        }
        if (command instanceof ExecutionCommand.Begin begin) {
            return Taken.when(begin(begin));
        }
        if (command instanceof ExecutionCommand.Abort abort) {
            Ending.end(draft, ExecutionStatus.ABORTED, reason(abort));
            return Taken.MOVES;
        }
        if (command instanceof ExecutionCommand.Proceed proceed) {
            return Taken.when(!draft.header().paused()
                    && proceed.advance() == draft.header().advance()
                    && draft.header().resumePoint() != null);
        }
        if (command instanceof ExecutionCommand.TimerDue due && !draft.header().paused()) {
            var key = due.timer();
            return key.equals(Timers.ofExecution()) ? expire() : timeCame(key);
        }
        return Taken.NOT;
    }

    private Taken cancel(ExecutionCommand.Cancel cancel) {
        var steering = draft.header().steering();
        if (cancel.run() != null && cancel.run() != steering.run()) {
            return Taken.NOT;
        }
        var act = new Steering.Act("cancel", cancel.by(), draft.now(), null);
        draft.header(old -> old.withSteering(steering.act(act)));
        var reason =
                cancel.reason() == null ? new EndReason(EndReason.MANUAL_CANCEL, cancel.by(), null) : cancel.reason();
        Ending.end(draft, ExecutionStatus.CANCELED, reason);
        return Taken.MOVES;
    }

    private boolean begin(ExecutionCommand.Begin begin) {
        boolean queued = draft.header().status() == ExecutionStatus.QUEUED;
        if (queued && begin.refusal() != null) {
            Ending.end(draft, ExecutionStatus.ABORTED, begin.refusal());
        } else if (queued) {
            flow.begin();
        }
        return queued;
    }

    static EndReason reason(ExecutionCommand.Abort abort) {
        return EndReason.of(EndReason.PARENT_ABORTED, abort.detail());
    }

    private Taken expire() {
        var expiresAt = draft.header().expiresAt();
        if (expiresAt == null) {
            return Taken.NOT;
        }
        if (draft.now().isBefore(expiresAt)) {
            return later(Timers.ofExecution(), expiresAt);
        }
        Expiry.end(draft);
        return Taken.MOVES;
    }

    private Taken timeCame(TimerKey key) {
        Job job = draft.pending(key.jobSequence());
        if (job == null) {
            return Taken.NOT;
        }
        var node = draft.node(job.nodeKey());
        if (Timers.of(job, node).filter(key::equals).isEmpty()) {
            return Taken.NOT;
        }
        if (draft.now().isBefore(job.until())) {
            return later(key, job.until());
        }
        fire(key.kind(), node, job);
        return Taken.MOVES;
    }

    /** Of an earlier attempt, or by a clock that runs ahead. The timer's row is gone: without a new one nobody would come. */
    private Taken later(TimerKey key, Instant due) {
        draft.setTimer(key, due);
        return Taken.LATER;
    }

    private void fire(TimerKey.Kind kind, GraphNode node, Job job) {
        switch (kind) {
            case DELAY -> flow.due(node, job);
            case RETRY -> flow.retry(node, job);
            default ->
                flow.settle(
                        node,
                        job,
                        new Outcome(JobStatus.ABORTED, Failures.timeout(node), Failures.TIMEOUT, null, null));
        }
    }
}
