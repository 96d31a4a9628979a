package dev.millrace.orchestrator.host;

import dev.millrace.model.message.TimerKey;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.CalledWorkflow;
import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Unfinished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The end of an execution by a fault of the program. */
record Failure(String traceId, String sentence) {
    private static final String CODE = "internal_error";

    static Failure of(RuntimeException fault) {
        var traceId = UUID.randomUUID().toString();
        return new Failure(
                traceId, "Expected to advance the execution, but %s (trace id %s)".formatted(fault, traceId));
    }

    Changes end(TriggerEvent event, Instant now) {
        var header = ended(Header.started(event, now, null), now);
        return new Changes(header, List.of(), true, List.of(), List.of(), List.of());
    }

    Changes end(ExecutionState state, Instant now) {
        var jobs = new ArrayList<Job>();
        var timers = new ArrayList<TimerKey>();
        var errands = new ArrayList<Errand>();
        String id = state.header().id();
        timers.add(new TimerKey(0, TimerKey.Kind.EXECUTION_TIMEOUT));
        for (var job : state.pending().values()) {
            CalledWorkflow.of(job).ifPresent(called -> errands.add(new Errand.Abort(called.abort(id, job))));
            jobs.add(job.ended(JobStatus.ABORTED, isOpen(job) ? job.result() : null, sentence, now));
            for (var kind : TimerKey.Kind.values()) {
                timers.add(new TimerKey(job.sequence(), kind));
            }
        }
        var left = new Unfinished(
                jobs.stream().filter(job -> !isOpen(job)).map(Job::sequence).toList(),
                jobs.stream()
                        .filter(Failure::isOpen)
                        .map(job -> new Unfinished.Open(job.sequence(), null))
                        .toList(),
                state.header().resumePoint());
        var header = ended(state.header(), now);
        return new Changes(header.withSteering(header.steering().ended(left)), jobs, false, List.of(), timers, errands);
    }

    private static boolean isOpen(Job job) {
        return ControlNodes.isBranching(job.type()) && job.result() != null;
    }

    private Header ended(Header header, Instant now) {
        var ended = header.ended(ExecutionStatus.ERROR, EndReason.of(CODE, sentence), now);
        var answered = header.replyTo() == null ? ended : ended.answered();
        return answered.advanced(header.lastSequence(), null);
    }
}
