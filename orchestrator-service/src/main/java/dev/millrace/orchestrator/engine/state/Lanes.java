package dev.millrace.orchestrator.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the passes of parallel loops have done: the newest job of each node in each pass. Such passes run side by side, so
 * the newest job of a node anywhere may be of another pass, which none must see. A workflow without parallel loops costs
 * nothing here. Not thread-safe.
 */
public final class Lanes {
    private static final String PARALLEL = "parallel";
    private static final String SINCE = "since";
    private static final int SMALLEST_CROWD = 16;

    private final Lanes base;
    private final Map<Place, Integer> loops = new HashMap<>();
    private final Set<String> loopKeys = new HashSet<>();
    private final Map<Path, Map<String, Job>> newest = new HashMap<>();
    private int crowd = SMALLEST_CROWD;

    /** A parallel loop by where its job stands. */
    private record Place(String loopKey, Path path) {}

    public Lanes() {
        this(null);
    }

    /** @param base what is known already and stays as it is, or null */
    public Lanes(Lanes base) {
        this.base = base;
    }

    /** The loop's job comes before those of its passes. */
    public void keep(Job job) {
        if (isParallel(job)) {
            loops.put(new Place(job.nodeKey(), job.path()), since(job));
            loopKeys.add(job.nodeKey());
        }
        around(job.path()).forEach(lane -> newest.computeIfAbsent(lane, pass -> new HashMap<>())
                .merge(job.nodeKey(), job, (old, now) -> now.sequence() >= old.sequence() ? now : old));
    }

    /** Whether a job in a pass of the parallel loop is of an earlier attempt of it, and so part of nothing any more. */
    public static boolean isOver(Job job, Job loop) {
        return isParallel(loop) && job.sequence() <= since(loop);
    }

    /** The last job before the newest attempt of a parallel loop: what its passes hold has later sequences. 0 for others. */
    public static int since(Job loop) {
        return isParallel(loop) ? loop.meta().path(SINCE).intValue() : 0;
    }

    private static boolean isParallel(Job job) {
        return job.meta() != null && job.meta().path(PARALLEL).isInt();
    }

    private boolean isParallel(String loopKey) {
        return loopKeys.contains(loopKey) || base != null && base.isParallel(loopKey);
    }

    private boolean isEmpty() {
        return loopKeys.isEmpty() && (base == null || base.isEmpty());
    }

    /** The passes of parallel loops that a path stands in, innermost first. */
    private List<Path> around(Path path) {
        if (path.passes().isEmpty() || isEmpty()) {
            return List.of();
        }
        var around = new ArrayList<Path>();
        for (int depth = path.passes().size(); depth > 0; depth--) {
            if (isParallel(path.passes().get(depth - 1).loopKey())) {
                around.add(path.outer(depth));
            }
        }
        return around;
    }

    /**
     * The newest job of the node as seen from a place, or null.
     *
     * @param anywhere the newest job of the node in the whole execution, or null
     */
    public Job seenFrom(Path from, String nodeKey, Job anywhere) {
        if (anywhere == null || isEmpty()) {
            return anywhere;
        }
        for (Path lane : around(from)) {
            Job job = in(lane, nodeKey);
            if (job != null) {
                return isInAnotherPass(job.path(), from, lane.passes().size()) ? null : job;
            }
        }
        return isInAnotherPass(anywhere.path(), from, 0) ? null : anywhere;
    }

    /** Jobs of an earlier attempt of the loop stand in passes of the same number; they are over. */
    private Job in(Path lane, String nodeKey) {
        Job job = find(lane, nodeKey);
        return job != null && job.sequence() > since(lane) ? job : null;
    }

    private Job find(Path lane, String nodeKey) {
        Job job = newest.getOrDefault(lane, Map.of()).get(nodeKey);
        return job != null || base == null ? job : base.find(lane, nodeKey);
    }

    private int since(Path lane) {
        String loopKey = lane.passes().get(lane.passes().size() - 1).loopKey();
        return since(new Place(loopKey, lane.leave()));
    }

    private int since(Place loop) {
        Integer since = loops.get(loop);
        return since != null ? since : base == null ? 0 : base.since(loop);
    }

    /** @param depth down to which both stand in the same passes */
    private boolean isInAnotherPass(Path of, Path from, int depth) {
        int shared = Math.min(of.passes().size(), from.passes().size());
        for (int i = depth; i < shared; i++) {
            var pass = of.passes().get(i);
            var here = from.passes().get(i);
            if (!pass.loopKey().equals(here.loopKey())) {
                return false;
            }
            if (isParallel(pass.loopKey())) {
                // What stands in this very pass was looked up by it; what is left is of another, or of an earlier
                // attempt.
                return true;
            }
        }
        return false;
    }

    /** How many passes are remembered. */
    public int size() {
        return newest.size();
    }

    /** Whether it is time to {@link #retain}: passes that are over pile up, and looking for them each time would cost more. */
    boolean isCrowded() {
        return newest.size() >= crowd;
    }

    /** Forgets passes in which nothing is under way. */
    void retain(Collection<Path> underWay) {
        var open = new HashSet<Path>();
        for (Path path : underWay) {
            for (int depth = 1; depth <= path.passes().size(); depth++) {
                open.add(path.outer(depth));
            }
        }
        newest.keySet().retainAll(open);
        loops.keySet().removeIf(loop -> !loop.path().passes().isEmpty() && !open.contains(loop.path()));
        crowd = Math.max(SMALLEST_CROWD, 2 * newest.size());
    }

    /** The passes of parallel loops that a path stands in, innermost first, as far as the jobs of the loops are among these. */
    public static List<Path> around(Path path, Collection<Job> jobs) {
        var lanes = new Lanes();
        jobs.stream().sorted(Comparator.comparingInt(Job::sequence)).forEach(lanes::keep);
        return lanes.around(path);
    }

    /**
     * The passes of parallel loops in which something is under way: beside the pending jobs and the newest of each node,
     * the newest of each node in each of them is what restoring an execution takes.
     */
    public static Set<Path> underWay(Header header, Collection<Job> pending) {
        var lanes = new Lanes();
        pending.stream().sorted(Comparator.comparingInt(Job::sequence)).forEach(lanes::keep);
        var open = new HashSet<Path>();
        pending.forEach(job -> open.addAll(lanes.around(job.path())));
        header.resumePaths().forEach(path -> open.addAll(lanes.around(path)));
        return open;
    }
}
