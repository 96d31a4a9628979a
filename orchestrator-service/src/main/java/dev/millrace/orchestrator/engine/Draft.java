package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.TimerKey;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.effect.Effect;
import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Lanes;
import dev.millrace.orchestrator.engine.state.Path;
import dev.millrace.orchestrator.engine.state.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One advance in the making: what changes lies over the state, which stays as it is. */
final class Draft {
    private final ExecutionState base;
    private final WorkflowGraph graph;
    private final Instant now;
    private final Deque<Task> tasks;
    /** By sequence, sorted at the end only: thousands of jobs change in one advance of a loop. */
    private final Map<Integer, Job> changed = new HashMap<>();

    private final Map<String, Job> newest = new HashMap<>();
    private final Lanes lanes;
    private final Map<Integer, Job> pending;
    private final Map<TimerKey, Timer> timersSet = new LinkedHashMap<>();
    private final Set<TimerKey> timersCleared = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<String, Errand> errands = new LinkedHashMap<>();
    private final Set<String> returned = new HashSet<>();
    private final UnderWay underWay = new UnderWay();
    private Header header;
    private int lastSequence;

    /** @param base for an execution that is coming into being, one without jobs */
    Draft(ExecutionState base, WorkflowGraph graph, Instant now) {
        this.base = base;
        this.graph = graph;
        this.now = now;
        this.header = base.header();
        this.lastSequence = header.lastSequence();
        this.lanes = new Lanes(base.lanes());
        this.pending = new TreeMap<>(base.pending());
        this.tasks = Task.read(header.resumePoint());
    }

    Header header() {
        return header;
    }

    WorkflowGraph graph() {
        return graph;
    }

    Instant now() {
        return now;
    }

    /** From when waits count: for a paused execution no time passes. */
    Instant waitsFrom() {
        return header.paused() ? header.steering().pause().at() : now;
    }

    UnderWay underWay() {
        return underWay;
    }

    /** The next one first. */
    Deque<Task> tasks() {
        return tasks;
    }

    GraphNode node(String key) {
        return graph.node(key)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected node %s in version %s, but it has none".formatted(key, header.workflowId())));
    }

    Job newest(String nodeKey) {
        Job job = newest.get(nodeKey);
        return job != null ? job : base.newest(nodeKey).orElse(null);
    }

    /** The newest job of the node that can be seen from a place: passes that run side by side do not see each other. */
    Job newest(String nodeKey, Path from) {
        return lanes.seenFrom(from, nodeKey, newest(nodeKey));
    }

    int lastSequence() {
        return lastSequence;
    }

    /** The newest job of each node that has run. */
    Map<String, Job> newestByNode() {
        var all = new HashMap<>(base.newestByNode());
        all.putAll(newest);
        return all;
    }

    Optional<Job> newestOfType(String type) {
        return newestByNode().values().stream()
                .filter(job -> job.type().equals(type))
                .max(Comparator.comparingInt(Job::sequence));
    }

    /** By sequence; null for a job that is not pending. */
    Job pending(int sequence) {
        return pending.get(sequence);
    }

    Collection<Job> pending() {
        return pending.values();
    }

    /** A job that is yet to be {@link #put}. */
    Job begin(GraphNode node, Path path) {
        lastSequence++;
        return Job.begun(lastSequence, node.key(), node.type(), path, now);
    }

    /** The one place where jobs change; their timers follow from them. */
    void put(Job job) {
        var node = node(job.nodeKey());
        retime(node, pending.get(job.sequence()), job);
        callOff(pending.get(job.sequence()), job);
        changed.put(job.sequence(), job);
        lanes.keep(job);
        Job known = newest(job.nodeKey());
        if (known == null || known.sequence() <= job.sequence()) {
            newest.put(job.nodeKey(), job);
        }
        if (job.pending()) {
            pending.put(job.sequence(), job);
        } else {
            pending.remove(job.sequence());
        }
    }

    /** Whatever a job does that waits for a workflow, from then on it no longer waits; unless it only waits longer. */
    private void callOff(Job before, Job after) {
        CalledWorkflow.of(before).filter(called -> !isAwaitedBy(after, called)).ifPresent(called -> {
            boolean isNew = errands.remove(called.executionId()) != null;
            if (!isNew && !returned.contains(called.executionId())) {
                errand(new Errand.Abort(called.abort(header.id(), before)));
            }
        });
    }

    private static boolean isAwaitedBy(Job job, CalledWorkflow called) {
        return CalledWorkflow.of(job).filter(called::equals).isPresent();
    }

    /** The workflow that the job waits for has ended. */
    void returned(Job job) {
        CalledWorkflow.of(job).ifPresent(called -> returned.add(called.executionId()));
    }

    void errand(Errand errand) {
        errands.put(errand.executionId(), errand);
    }

    private void retime(GraphNode node, Job before, Job job) {
        if (header.paused()) {
            return;
        }
        var old = Timers.of(before, node);
        var timer = Timers.of(job, node);
        if (old.equals(timer) && (before == null || Objects.equals(before.until(), job.until()))) {
            return;
        }
        if (!old.equals(timer)) {
            old.ifPresent(this::clearTimer);
        }
        timer.ifPresent(key -> setTimer(key, job.until()));
    }

    /** Ends every pending job that fits; workers that were asked are told. */
    void endPending(Predicate<Job> which, UnaryOperator<Job> end) {
        pending.values().stream().filter(which).toList().forEach(job -> {
            underWay.dropped(job);
            stop(job);
            put(end.apply(job));
        });
    }

    /** Tells the worker that was asked for the job before this advance, if one was. */
    void stop(Job job) {
        if (job.dispatched() && base.pending().containsKey(job.sequence())) {
            effect(new Effect.Stop(new StepCancellation(header.id(), job.id(header.id()), job.type(), job.attempt())));
        }
    }

    /** Takes over a job of another execution. */
    void adopt(Job job) {
        lastSequence = Math.max(lastSequence, Math.max(job.sequence(), Lanes.since(job)));
        put(job);
    }

    void header(UnaryOperator<Header> change) {
        header = change.apply(header);
    }

    void setTimer(TimerKey key, Instant due) {
        timersCleared.remove(key);
        timersSet.put(key, new Timer(key, due));
    }

    void clearTimer(TimerKey key) {
        timersSet.remove(key);
        timersCleared.add(key);
    }

    void output(JsonNode value) {
        header = header.withOutput(value);
    }

    void message(String text) {
        header = header.withMessage(text);
    }

    void answered() {
        header = header.answered();
    }

    /** @param expiresAt null for no bound */
    void begun(Instant expiresAt) {
        header = header.begun(now, expiresAt);
        if (expiresAt != null) {
            setTimer(Timers.ofExecution(), expiresAt);
        }
    }

    void ended(ExecutionStatus status, EndReason reason) {
        header = header.ended(status, reason, now);
        if (status != ExecutionStatus.RESOLVED) {
            header = header.withSteering(header.steering().ended(underWay.unfinished()));
        }
        tasks.clear();
        if (header.expiresAt() != null) {
            clearTimer(Timers.ofExecution());
        }
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    List<Effect> effects() {
        return effects;
    }

    /** The changes; nothing may be drafted behind it. */
    Changes changes(boolean created) {
        header = header.advanced(lastSequence, Task.write(tasks));
        return new Changes(
                header,
                changed.values().stream()
                        .sorted(Comparator.comparingInt(Job::sequence))
                        .toList(),
                created,
                List.copyOf(timersSet.values()),
                List.copyOf(timersCleared),
                List.copyOf(errands.values()));
    }
}
