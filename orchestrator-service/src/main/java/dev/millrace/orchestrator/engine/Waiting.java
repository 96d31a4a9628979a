package dev.millrace.orchestrator.engine;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that an execution waits for.
 *
 * @param jobId null when the execution waits for its own next turn, or for a slot
 * @param until null for no bound
 */
public record Waiting(String jobId, String nodeKey, String type, String path, Kind kind, Instant since, Instant until) {

    public enum Kind {
        WORKER,
        TIMER,
        PERSON,
        /** Another workflow, which the execution has called. */
        WORKFLOW,
        /** Others have their turn; the execution goes on by itself. */
        TURN,
        /** As many executions are running as the workflow's concurrency limit allows. */
        SLOT,
        /** It is paused. */
        RESUME;

        public String toJson() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything that the execution waits for, by age; never empty before it has ended. */
    public static List<Waiting> of(ExecutionState state, StepTypes types) {
        var header = state.header();
        if (header.status().ended()) {
            return List.of();
        }
        if (header.status() == ExecutionStatus.QUEUED) {
            return List.of(new Waiting(null, null, null, "", Kind.SLOT, header.createdAt(), null));
        }
        if (header.paused()) {
            return ofPaused(state, types);
        }
        var waits = new ArrayList<Waiting>();
        state.pending().values().stream()
                .filter(job -> !ControlNodes.isBranching(job.type()) || isResting(job))
                .map(job -> ofJob(header, job, types))
                .forEach(waits::add);
        if (header.resumePoint() != null) {
            waits.add(new Waiting(null, null, null, "", Kind.TURN, header.startedAt(), null));
        }
        return List.copyOf(waits);
    }

    /** For time it does not wait meanwhile, but steps that run at workers may end. */
    private static List<Waiting> ofPaused(ExecutionState state, StepTypes types) {
        var header = state.header();
        var waits = new ArrayList<Waiting>();
        waits.add(new Waiting(
                null, null, null, "", Kind.RESUME, header.steering().pause().at(), null));
        state.pending().values().stream()
                .filter(Job::dispatched)
                .map(job -> ofJob(header, job, types))
                .forEach(waits::add);
        return List.copyOf(waits);
    }

    /** A loop or a parallel node waits for what is inside it, unless it waits for its own next attempt. */
    private static boolean isResting(Job job) {
        return job.result() == null;
    }

    private static Waiting ofJob(Header header, Job job, StepTypes types) {
        return new Waiting(
                job.id(header.id()),
                job.nodeKey(),
                job.type(),
                job.path().toString(),
                kind(job, types),
                job.startedAt(),
                job.until());
    }

    private static Kind kind(Job job, StepTypes types) {
        if (!job.dispatched()) {
            return job.until() == null ? Kind.TURN : Kind.TIMER;
        }
        if (CalledWorkflow.of(job).isPresent()) {
            return Kind.WORKFLOW;
        }
        boolean person = types.serving(job.type())
                .filter(StepTypes.Server.PERSON::equals)
                .isPresent();
        return person ? Kind.PERSON : Kind.WORKER;
    }
}
