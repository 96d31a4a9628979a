package dev.millrace.orchestrator.host.book;

import dev.millrace.model.message.TimerKey;
import dev.millrace.orchestrator.engine.effect.Errand;
import dev.millrace.orchestrator.engine.state.Changes;
import dev.millrace.orchestrator.engine.state.Header;
import dev.millrace.orchestrator.engine.state.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that one turn changes of one execution, however many advances that took: each row is written once. */
public final class ExecutionWrite {
    private final long expected;
    private final boolean created;
    private final Map<Integer, Job> jobs = new TreeMap<>();
    private final Map<TimerKey, Optional<Instant>> timers = new HashMap<>();
    private final List<Errand> errands = new ArrayList<>();
    private Header header;

    private ExecutionWrite(long expected, boolean created) {
        this.expected = expected;
        this.created = created;
    }

    public static ExecutionWrite created() {
        return new ExecutionWrite(0, true);
    }

    /** @param expected number of the advance that must be the last one in the book */
    public static ExecutionWrite after(long expected) {
        return new ExecutionWrite(expected, false);
    }

    public void add(Changes changes) {
        header = changes.header();
        changes.jobs().forEach(job -> jobs.put(job.sequence(), job));
        changes.timersCleared().forEach(key -> timers.put(key, Optional.empty()));
        errands.addAll(changes.errands());
        changes.timersSet().forEach(timer -> timers.put(timer.key(), Optional.of(timer.dueAt())));
    }

    public Header header() {
        return header;
    }

    long expected() {
        return expected;
    }

    public boolean isCreated() {
        return created;
    }

    Collection<Job> jobs() {
        return jobs.values();
    }

    List<Errand> errands() {
        return errands;
    }

    public Map<TimerKey, Optional<Instant>> timers() {
        return timers;
    }
}
