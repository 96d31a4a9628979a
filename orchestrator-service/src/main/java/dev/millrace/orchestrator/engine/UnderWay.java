package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Unfinished;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects, while a failure makes its way from a node up through the nodes around it, what it ends. Where somebody stops the
 * failure (a loop that goes on, an error branch) the collection is void; where it ends the execution, a retry goes on with it.
 */
final class UnderWay {
    private final Set<Integer> again = new TreeSet<>();
    private final TreeMap<Integer, Unfinished.Open> open = new TreeMap<>();
    private final List<Task> tasks = new ArrayList<>();

    boolean isEmpty() {
        return again.isEmpty() && open.isEmpty();
    }

    void clear() {
        again.clear();
        open.clear();
        tasks.clear();
    }

    /** The job itself has failed. */
    void failed(Job job) {
        again.add(job.sequence());
    }

    /** The job has failed because something in its branches has. */
    void failedWithin(Job before) {
        open.put(before.sequence(), new Unfinished.Open(before.sequence(), before.result()));
    }

    /** The job was ended, because nobody waits for it any more. */
    void dropped(Job before) {
        JsonNode result = before.result();
        if (ControlNodes.isBranching(before.type()) && result != null) {
            open.put(before.sequence(), new Unfinished.Open(before.sequence(), null));
        } else {
            again.add(before.sequence());
        }
    }

    /** An attempt that was yet to be made is no task of its own: its job, which was ended too, is tried again. */
    boolean dropped(Task task) {
        return task instanceof Task.Again || tasks.add(task);
    }

    /** Null where nothing was under way. */
    Unfinished unfinished() {
        if (isEmpty() && tasks.isEmpty()) {
            return null;
        }
        Deque<Task> left = new ArrayDeque<>(tasks);
        return new Unfinished(List.copyOf(again), List.copyOf(open.values()), Task.write(left));
    }
}
