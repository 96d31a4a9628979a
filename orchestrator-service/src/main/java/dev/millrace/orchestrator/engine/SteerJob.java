package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Inputs.Taken;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;

/**
 * Ends a waiting job as somebody outside says. A job that holds branches is not ended so: what is inside would be left without
 * it.
 */
public final class SteerJob {
    private static final String CODE = "resumed";

    private SteerJob() {}

    /** Whether the job can be ended from outside. */
    public static boolean accepts(Job job) {
        return job.pending() && (!ControlNodes.isBranching(job.type()) || job.resting());
    }

    static Taken take(Draft draft, Flow flow, ExecutionCommand.ResumeJob command) {
        Job job = draft.pending(Inputs.sequence(draft, command.jobId()));
        if (job == null || !accepts(job) || job.attempt() != command.attempt() || !isEnd(command.status())) {
            return Taken.NOT;
        }
        String line = "%s: by %s".formatted(command.status(), command.by());
        var act = new Steering.Act("resumeJob", command.by(), draft.now(), command.jobId() + " " + command.status());
        draft.header(old -> old.withSteering(old.steering().act(act)));
        draft.stop(job);
        flow.decided(
                draft.node(job.nodeKey()),
                job,
                new Outcome(
                        command.status(),
                        command.result(),
                        command.status() == JobStatus.RESOLVED ? null : CODE,
                        line,
                        null));
        return Taken.MOVES;
    }

    private static boolean isEnd(JobStatus status) {
        return status != null && status != JobStatus.PENDING;
    }
}
