package dev.millrace.orchestrator.engine;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.node.Behaviour;
import dev.millrace.orchestrator.engine.node.Move;
import dev.millrace.orchestrator.engine.node.NodeRun;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs nodes in a row until none is left that can run, or the turn is over. What a node wants is told by its {@link Move};
 * what a worker did is told to {@link #told}. Nothing here recurses: however deep a workflow nests, ends of lists are
 * handled one after the other.
 */
final class Flow {
    private final EngineSetup setup;
    private final Draft draft;
    private final Payloads payloads;
    private ListEnd listEnd;
    private int left;

    Flow(EngineSetup setup, Draft draft) {
        this.setup = setup;
        this.draft = draft;
        this.payloads = new Payloads(setup.limits().resultBytes());
    }

    /**
     * The last node of a list has ended, or one before it has failed.
     *
     * @param reason why it failed, or null
     */
    private record ListEnd(GraphNode node, Path path, JobStatus status, EndReason reason) {}

    /** Begins the execution at its first node: at once, or when its turn in the queue has come. */
    void begin() {
        begin(() -> draft.graph().head().ifPresentOrElse(head -> enter(head, Path.ROOT), this::endHeadless));
    }

    /** @param first what to begin with, unless there is no time left */
    void begin(Runnable first) {
        long timeout = draft.graph().options().timeout();
        Instant own = timeout > 0 ? draft.now().plusMillis(timeout) : null;
        Instant expiresAt = Timers.earliest(own, draft.header().expiresAt());
        draft.begun(expiresAt);
        if (Timers.isOver(expiresAt, draft.now())) {
            Expiry.end(draft);
        } else {
            first.run();
        }
    }

    private void endHeadless() {
        if (draft.graph().hasNodes()) {
            var reason = EndReason.of("no_head", "Expected a first node without upstream, but there is none");
            Ending.end(draft, ExecutionStatus.ERROR, reason);
        } else {
            Ending.end(draft, ExecutionStatus.RESOLVED, null);
        }
    }

    void run() {
        left = setup.limits().nodesPerAdvance();
        while (!draft.header().status().ended()) {
            if (listEnd != null) {
                ListEnd ended = listEnd;
                listEnd = null;
                leave(ended);
            } else if (draft.tasks().isEmpty() || left <= 0 || draft.header().paused()) {
                return;
            } else {
                left--;
                run(draft.tasks().pop());
            }
        }
    }

    private void run(Task task) {
        draft.underWay().clear();
        var node = draft.node(task.nodeKey());
        if (task instanceof Task.Again again) {
            Job job = draft.pending(again.sequence());
            if (job != null) {
                retry(node, job);
            }
            return;
        }
        if (task instanceof Task.GoOn goOn) {
            move(
                    node,
                    draft.newest(node.key(), goOn.path()),
                    null,
                    (behaviour, run) -> behaviour.goOn(run, goOn.step()));
            return;
        }
        int most = setup.limits().nodeRuns();
        if (draft.lastSequence() >= most) {
            // A retry, once the limit is raised, goes on with it.
            draft.tasks().push(task);
            Ending.end(draft, ExecutionStatus.ERROR, Failures.tooManyNodes(most));
        } else {
            begin(node, draft.begin(node, task.path()));
        }
    }

    /** Lets the flow come to a node. */
    void enter(GraphNode node, Path path) {
        draft.tasks().push(new Task.Enter(node.key(), path));
    }

    private void begin(GraphNode node, Job job) {
        if (node.behaviour().isPresent()) {
            move(node, job, null, Behaviour::enter);
        } else {
            ask(node, job, job.attempt());
        }
    }

    /** Begins the next attempt of a job that has rested. */
    void retry(GraphNode node, Job job) {
        if (node.behaviour().isPresent()) {
            move(node, job.again(), null, Behaviour::enter);
        } else {
            ask(node, job, job.attempt() + 1);
        }
    }

    void due(GraphNode node, Job job) {
        move(node, job, null, Behaviour::due);
    }

    private void ask(GraphNode node, Job job, int attempt) {
        if (setup.types().serving(node.type()).isEmpty()) {
            settle(
                    node,
                    asAttempt(job, attempt),
                    Outcome.error(Failures.unknownNodeType(node), Failures.UNKNOWN_NODE_TYPE));
            return;
        }
        var config = Steps.config(setup, draft, node, job);
        if (payloads.exceeded(config.value())) {
            settle(node, asAttempt(job, attempt), payloads.refused(node, "config", config.value()));
            return;
        }
        var asked = job.asked(attempt, Timers.deadline(node, draft.now()));
        draft.put(asked);
        draft.effect(Steps.dispatch(draft, asked, config));
    }

    /** The attempt counts even where nobody could be asked. */
    private static Job asAttempt(Job job, int attempt) {
        return attempt == job.attempt() ? job : job.again();
    }

    @FunctionalInterface
    private interface Call {
        Move on(Behaviour behaviour, NodeRun run);
    }

    /** @param inner why a branch of the node failed, or null */
    private void move(GraphNode node, Job job, EndReason inner, Call call) {
        var behaviour = node.behaviour()
                .orElseThrow(() -> new IllegalStateException("Expected %s to be a control node".formatted(node.key())));
        Move move = payloads.bounded(node, guarded(() -> call.on(behaviour, new Run(setup, draft, node, job))));
        apply(node, job, move, inner);
    }

    /** An exception in a behaviour is a bug, but one that must not hold up the execution: it ends the node. */
    private static Move guarded(Supplier<Move> call) {
        try {
            return call.get();
        } catch (RuntimeException bug) {
            return Move.error(
                    "internal_error", "%s: %s".formatted(bug.getClass().getSimpleName(), bug.getMessage()));
        }
    }

    private void apply(GraphNode node, Job job, Move move, EndReason inner) {
        if (move instanceof Move.End end) {
            settle(node, job, new Outcome(end.status(), end.result(), end.code(), null, inner));
        } else if (move instanceof Move.EndInto into) {
            endInto(node, job, into);
        } else if (move instanceof Move.Open open) {
            open(node, job, open);
        } else if (move instanceof Move.Wait wait) {
            draft.put(job.waiting(
                    wait.result(),
                    wait.meta() != null ? wait.meta() : job.meta(),
                    Timers.earliest(wait.due(), Timers.deadline(node, draft.waitsFrom()))));
        } else if (move instanceof Move.Assign assign) {
            assign(assign, job.path());
            settle(node, job, Outcome.resolved(assign.value()));
        } else if (move instanceof Move.Call call) {
            call(node, job, call);
        } else if (move instanceof Move.Tell tell) {
            settle(node, job, Messages.tell(draft, tell.message()));
        } else if (move instanceof Move.Output output) {
            draft.output(output.value());
            settle(node, job, Outcome.resolved(output.value()));
        } else if (move instanceof Move.EndExecution end) {
            draft.put(job.ended(end.status(), end.result(), null, draft.now()));
            draft.underWay().failed(job);
            Ending.end(draft, end.status().asExecution(), null);
        }
    }

    /** Where the workflow is awaited, its outcome is {@link #told} like that of a worker's step. */
    private void call(GraphNode node, Job job, Move.Call call) {
        left -= payloads.isLarge(call.context()) ? left : Limits.NODES_PER_CALL;
        var called = new Calls(setup, draft).place(node, job, call);
        if (called instanceof Calls.Placed placed) {
            draft.errand(new Errand.Start(placed.event()));
            if (call.waits()) {
                draft.put(job.called(placed.workflow().toJson(), placed.until()));
            } else {
                settle(
                        node,
                        job,
                        Outcome.resolved(Json.NODES.textNode(placed.event().executionId())));
            }
        } else if (called instanceof Calls.Refused refused) {
            settle(node, job, refused.outcome());
        }
    }

    private void endInto(GraphNode node, Job job, Move.EndInto into) {
        draft.put(job.withMeta(into.meta()).ended(into.status(), into.result(), null, draft.now()));
        if (into.head() == null) {
            behind(node, job.path(), into.status(), Failures.ownReason(node, into.status(), into.result()));
        } else {
            enter(into.head(), job.path());
        }
    }

    private void open(GraphNode node, Job job, Move.Open open) {
        Instant until = job.until() != null ? job.until() : Timers.deadline(node, draft.waitsFrom());
        draft.put(job.waiting(open.result(), open.meta() != null ? open.meta() : job.meta(), until));
        if (open.next() != Move.Open.NONE) {
            draft.tasks().push(new Task.GoOn(node.key(), job.path(), open.next()));
        }
        if (open.branch() != null) {
            enter(open.branch().head(), open.branch().path());
        }
    }

    /** The new value stands where the variable was declared, so that it outlives the pass that assigned it. */
    private void assign(Move.Assign assign, Path from) {
        var target = draft.node(assign.nodeKey());
        Job declared = draft.newest(target.key(), from);
        var assigned = draft.begin(target, declared == null ? Path.ROOT : declared.path());
        draft.put(assigned.ended(JobStatus.RESOLVED, assign.value(), null, draft.now()));
    }

    /** A worker tells how its attempt ended, or a workflow that was called. */
    void told(GraphNode node, Job job, Outcome outcome) {
        draft.returned(job);
        settle(
                node,
                job,
                payloads.exceeded(outcome.result()) ? payloads.refused(node, "result", outcome.result()) : outcome);
    }

    /** An attempt of a job has ended: it rests until the next, or it is over and the flow leaves the node. */
    void settle(GraphNode node, Job job, Outcome outcome) {
        settle(
                node,
                job,
                outcome,
                Retries.next(node.document().retry(), draft.header().id(), job, outcome));
    }

    /** Somebody outside says how a job ends: what a person decided is not tried again. */
    void decided(GraphNode node, Job job, Outcome outcome) {
        settle(node, job, outcome, Optional.empty());
    }

    private void settle(GraphNode node, Job job, Outcome outcome, Optional<Duration> retry) {
        boolean open = draft.pending(job.sequence()) != null;
        boolean within = !draft.underWay().isEmpty();
        draft.put(retry.map(wait -> job.resting(
                        Failures.attempt(node, job, outcome), draft.waitsFrom().plus(wait)))
                .orElseGet(() -> job.ended(outcome.status(), outcome.result(), outcome.log(), draft.now())));
        if (open) {
            Ending.cancelInside(draft, node, job.path());
        }
        if (retry.isEmpty()) {
            noteFailure(job, outcome.status(), within);
            behind(node, job.path(), outcome.status(), outcome.reason(node));
        }
    }

    /** A node that failed by itself is tried again as a whole; one around a failure goes on with what failed inside. */
    private void noteFailure(Job job, JobStatus status, boolean within) {
        if (status == JobStatus.RESOLVED || !within) {
            draft.underWay().clear();
        }
        if (status != JobStatus.RESOLVED && within) {
            draft.underWay().failedWithin(job);
        } else if (status != JobStatus.RESOLVED) {
            draft.underWay().failed(job);
        }
    }

    /** The node's own job is over; what comes next depends on how, and on what the node's envelope says of failures. */
    private void behind(GraphNode node, Path path, JobStatus status, EndReason reason) {
        OnFailure onFailure = node.document().onFailure();
        if (status == JobStatus.RESOLVED || onFailure == OnFailure.CONTINUE) {
            goOn(node, path);
        } else if (onFailure == OnFailure.BRANCH) {
            errorBranch(node, path);
        } else {
            listEnd = new ListEnd(node, path, status, reason);
        }
    }

    private void errorBranch(GraphNode node, Path path) {
        if (node.errorHead() == null) {
            goOn(node, path);
        } else {
            enter(node.errorHead(), path);
        }
    }

    private void goOn(GraphNode node, Path path) {
        if (node.successor() != null) {
            enter(node.successor(), path);
        } else {
            listEnd = new ListEnd(node, path, JobStatus.RESOLVED, null);
        }
    }

    /** Leaves a list: up to the node that holds it, or out of the execution. */
    private void leave(ListEnd end) {
        if (end.status() == JobStatus.RESOLVED) {
            draft.underWay().clear();
        }
        GraphNode container = end.node().container();
        if (container == null) {
            Ending.end(draft, end.status().asExecution(), end.reason());
            return;
        }
        Path path = end.path().isInPassOf(container.key()) ? end.path().leave() : end.path();
        Job job = draft.newest(container.key(), path);
        if (end.node().branch().isError()) {
            leaveEnded(container, path, end, JobStatus.RESOLVED, null);
        } else if (job.pending()) {
            int branch = end.node().branch().number();
            move(
                    container,
                    job,
                    end.reason(),
                    (behaviour, run) -> behaviour.branchEnded(run, end.path(), branch, end.status()));
        } else {
            leaveEnded(container, path, end, job.status(), Failures.ownReason(container, job.status(), job.result()));
        }
    }

    /** A node whose own job was over before its branch ran: a failure in the branch goes further up. */
    private void leaveEnded(GraphNode container, Path path, ListEnd end, JobStatus own, EndReason ownReason) {
        if (end.status() == JobStatus.RESOLVED) {
            behind(container, path, own, ownReason);
        } else {
            listEnd = new ListEnd(container, path, end.status(), end.reason());
        }
    }
}
