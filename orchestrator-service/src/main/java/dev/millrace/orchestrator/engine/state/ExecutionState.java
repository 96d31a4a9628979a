package dev.millrace.orchestrator.engine.state;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine must know of an execution to move it on: its header, the newest job of each node, and every job that is
 * still pending; of passes that run side by side also the newest job of each node in each. Older jobs are history only, so a
 * loop of 100,000 passes needs as much memory as one of two.
 *
 * <p>{@link #apply} is the only place where state changes; live processing and restoring share it. Not thread-safe: an
 * execution has one owner.
 */
public final class ExecutionState {
    private final Map<String, Job> newest = new HashMap<>();
    private final SortedMap<Integer, Job> pending = new TreeMap<>();
    private final Lanes lanes = new Lanes();
    private Header header;

    private ExecutionState(Header header) {
        this.header = header;
    }

    /**
     * The state as the rows of the database tell it.
     *
     * @param jobs at least all pending ones, the newest of each node key, and the newest of each node key in each of the
     *     passes that are {@link Lanes#underWay}; more do no harm
     */
    public static ExecutionState restore(Header header, Collection<Job> jobs) {
        var state = new ExecutionState(header);
        jobs.stream().sorted(Comparator.comparingInt(Job::sequence)).forEach(state::keep);
        return state;
    }

    /** The state of an execution that has just come into being. */
    public static ExecutionState created(Changes changes) {
        return restore(changes.header(), changes.jobs());
    }

    public void apply(Changes changes) {
        header = changes.header();
        changes.jobs().forEach(this::keep);
        if (lanes.isCrowded()) {
            var underWay = header.resumePaths();
            pending.values().forEach(job -> underWay.add(job.path()));
            lanes.retain(underWay);
        }
    }

    private void keep(Job job) {
        lanes.keep(job);
        newest.merge(job.nodeKey(), job, (old, now) -> now.sequence() >= old.sequence() ? now : old);
        if (job.pending()) {
            pending.put(job.sequence(), job);
        } else {
            pending.remove(job.sequence());
        }
    }

    public Header header() {
        return header;
    }

    public Optional<Job> newest(String nodeKey) {
        return Optional.ofNullable(newest.get(nodeKey));
    }

    public Lanes lanes() {
        return lanes;
    }

    /** The newest job of each node that has run, by node key. */
    public Map<String, Job> newestByNode() {
        return Collections.unmodifiableMap(newest);
    }

    /** By sequence. */
    public SortedMap<Integer, Job> pending() {
        return Collections.unmodifiableSortedMap(pending);
    }
}
