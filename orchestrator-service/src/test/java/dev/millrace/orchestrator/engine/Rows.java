package dev.millrace.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.message.TimerKey;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.ExecutionState;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Lanes;
import dev.millrace.orchestrator.engine.state.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of one execution as the host writes them, and the state that goes with them. Each write is checked: it never
 * changes an ended job, and the rows tell the same state as the one that lives on.
 */
final class Rows {
    private final Map<Integer, Job> jobs = new TreeMap<>();
    private final Map<TimerKey, Instant> timers = new LinkedHashMap<>();
    private ExecutionState state;
    private ExecutionState reloaded;
    private int advances;

    void write(Changes changes) {
        advances++;
        assertThat(changes.header().advance()).isEqualTo(advances);
        boolean reopened = state != null
                && changes.header().steering().run() > state.header().steering().run();
        changes.jobs().forEach(job -> write(job, reopened));
        changes.timersCleared().forEach(timers::remove);
        changes.timersSet().forEach(timer -> timers.put(timer.key(), timer.dueAt()));
        if (changes.created()) {
            state = ExecutionState.created(changes);
        } else {
            state.apply(changes);
        }
        reloaded = reload();
        check();
    }

    private void write(Job job, boolean reopened) {
        Job before = jobs.put(job.sequence(), job);
        assertThat(before == null || before.pending() || reopened)
                .as("%s was over before it became %s", before, job)
                .isTrue();
        assertThat(before == null || before.pending() || job.log() != null)
                .as("%s says in its log what it was", job)
                .isTrue();
    }

    private void check() {
        assertThat(reloaded.pending()).isEqualTo(state.pending());
        assertThat(reloaded.newestByNode()).isEqualTo(state.newestByNode());
        assertThat(timers.keySet().stream().filter(key -> key.jobSequence() > 0))
                .as("only pending jobs have timers")
                .allMatch(key -> state.pending().containsKey(key.jobSequence()));
        if (state.header().paused()) {
            assertThat(timers).as("no time passes for a paused execution").isEmpty();
        }
    }

    /** As the host loads an execution: the header, all pending jobs and the newest of each node. */
    private ExecutionState reload() {
        var newest = new HashMap<String, Job>();
        jobs.values().forEach(job -> newest.put(job.nodeKey(), job));
        var loaded = new ArrayList<>(newest.values());
        var pending = jobs.values().stream().filter(Job::pending).toList();
        loaded.addAll(pending);
        var open = new ArrayList<>(pending);
        open.addAll(unfinished());
        for (Path pass : Lanes.underWay(state.header(), open)) {
            var inPass = new HashMap<String, Job>();
            jobs.values().stream()
                    .filter(job -> job.path().startsWith(pass))
                    .forEach(job -> inPass.put(job.nodeKey(), job));
            loaded.addAll(inPass.values());
        }
        return ExecutionState.restore(state.header(), loaded);
    }

    /** The ended jobs that a retry would begin with. */
    List<Job> unfinished() {
        var unfinished = state.header().steering().unfinished();
        return unfinished == null
                ? List.of()
                : unfinished.jobs().stream().map(jobs::get).toList();
    }

    /** What the host reads for a rerun of this execution by {@code ann}. */
    Origin origin(String nodeKey, String path) {
        var wanted = path == null ? null : Path.parse(path);
        Job at = jobs.values().stream()
                .filter(job -> job.nodeKey().equals(nodeKey)
                        && (wanted == null || job.path().equals(wanted)))
                .reduce((older, newer) -> newer)
                .orElse(null);
        var before = new HashMap<String, Job>();
        jobs.values().stream()
                .filter(job -> at == null || job.sequence() < at.sequence())
                .forEach(job -> before.put(job.nodeKey(), job));
        Path place = at == null ? wanted : at.path();
        var passes = place == null ? new ArrayList<Path>() : new ArrayList<>(Lanes.around(place, before.values()));
        Collections.reverse(passes);
        for (Path pass : passes) {
            jobs.values().stream()
                    .filter(job -> job.path().startsWith(pass) && (at == null || job.sequence() < at.sequence()))
                    .forEach(job -> before.put(job.nodeKey(), job));
        }
        return new Origin(EngineHarness.ID, "ann", nodeKey, wanted, at, List.copyOf(before.values()));
    }

    /** Lives on, as in the memory of the owner. */
    ExecutionState state() {
        return state;
    }

    /** As another owner would find it. */
    ExecutionState reloaded() {
        return reloaded;
    }

    Map<TimerKey, Instant> timers() {
        return timers;
    }

    List<Job> jobs() {
        return List.copyOf(jobs.values());
    }
}
