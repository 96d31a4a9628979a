package dev.millrace.orchestrator.engine;

import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.Inputs.Taken;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Steering;
import dev.millrace.orchestrator.engine.state.Unfinished;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Goes on with an execution that ended badly: what failed and what was ended with it is tried again, in the same jobs with a
 * new attempt; the jobs around wait for it again. An execution under way makes the attempts now that it waits to make.
 */
public final class SteerRetry {
    /** What a person refused is not asked again; that is for a rerun. */
    private static final Set<ExecutionStatus> RETRYABLE = EnumSet.of(
            ExecutionStatus.FAILED,
            ExecutionStatus.ERROR,
            ExecutionStatus.ABORTED,
            ExecutionStatus.CANCELED,
            ExecutionStatus.RETRY_NEEDED);

    private final Draft draft;

    SteerRetry(Draft draft) {
        this.draft = draft;
    }

    /** Whether an execution that has ended can be gone on with. */
    public static boolean accepts(ExecutionStatus status, Steering steering) {
        return RETRYABLE.contains(status) && steering.unfinished() != null;
    }

    /** An execution that has not ended. */
    Taken hurry(ExecutionCommand.Retry command) {
        var resting = draft.pending().stream().filter(Job::resting).toList();
        if (resting.isEmpty() || command.advance() != draft.header().advance()) {
            return Taken.NOT;
        }
        note(command, "%d attempts at once".formatted(resting.size()));
        for (Job job : resting) {
            draft.put(job.until(null));
        }
        pushAgain(resting);
        return Taken.MOVES;
    }

    /** An execution that has ended. */
    Taken reopen(Input.Retry input) {
        var header = draft.header();
        var command = input.command();
        if (command.advance() != header.advance() || !accepts(header.status(), header.steering())) {
            return Taken.NOT;
        }
        var unfinished = header.steering().unfinished();
        var jobs = input.ended().stream().collect(Collectors.toMap(Job::sequence, Function.identity()));
        if (!jobs.keySet().containsAll(unfinished.jobs())) {
            throw new IllegalStateException(
                    "Expected the jobs %s of the retry, but were %s".formatted(unfinished.jobs(), jobs.keySet()));
        }
        var expiry = newExpiry();
        draft.header(old -> old.reopened(expiry));
        note(command, was(header));
        if (expiry != null) {
            draft.setTimer(Timers.ofExecution(), expiry);
        }
        draft.tasks().addAll(Task.read(unfinished.tasks()));
        unfinished.open().forEach(open -> openAgain(jobs.get(open.sequence()), open, command.by()));
        tryAgain(unfinished, jobs, command.by());
        return Taken.MOVES;
    }

    /**
     * The workflow's own timeout begins anew. What is left of the old one tells nothing, since pauses and retries have moved
     * its end; and a caller whose patience was a bound, too, has heard that it ended.
     */
    private Instant newExpiry() {
        long own = draft.graph().options().timeout();
        return own > 0 ? draft.now().plusMillis(own) : null;
    }

    private void openAgain(Job job, Unfinished.Open open, String by) {
        GraphNode node = draft.node(job.nodeKey());
        draft.put(job.reopened(
                open.result() == null ? job.result() : open.result(),
                Timers.deadline(node, draft.now()),
                "Goes on: retried by " + by));
    }

    private void tryAgain(Unfinished unfinished, Map<Integer, Job> jobs, String by) {
        var again = unfinished.again().stream()
                .map(jobs::get)
                .map(job -> job.reopened(
                        null,
                        null,
                        "Attempt %d ended as %s%s; retried by %s"
                                .formatted(job.attempt(), job.status(), Failures.told(job.result()), by)))
                .toList();
        again.forEach(draft::put);
        pushAgain(again);
    }

    private void pushAgain(List<Job> jobs) {
        for (int i = jobs.size() - 1; i >= 0; i--) {
            Job job = jobs.get(i);
            draft.tasks().push(new Task.Again(job.nodeKey(), job.path(), job.sequence()));
        }
    }

    private void note(ExecutionCommand.Retry command, String detail) {
        var act = new Steering.Act("retry", command.by(), draft.now(), detail);
        draft.header(old -> old.withSteering(old.steering().act(act)));
    }

    private static String was(Header header) {
        var reason = header.reason();
        return "was " + header.status() + (reason == null ? "" : " (" + reason.code() + ")");
    }
}
