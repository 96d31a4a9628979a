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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All that one turn changes of one execution, however many advances that took: each row is written once. */
public final class ExecutionWrite {
    private final long expected;
    private final boolean created;
    private final int jobsInBook;
    private final NavigableMap<Integer, Job> jobs = new TreeMap<>();
    private final Map<TimerKey, Optional<Instant>> timers = new HashMap<>();
    private final List<Errand> errands = new ArrayList<>();
    private Header header;

    private ExecutionWrite(long expected, boolean created, int jobsInBook) {
        this.expected = expected;
        this.created = created;
        this.jobsInBook = jobsInBook;
    }

    public static ExecutionWrite created() {
        return new ExecutionWrite(0, true, 0);
    }

    /** @param header as it must stand in the book */
    public static ExecutionWrite after(Header header) {
        return new ExecutionWrite(header.advance(), false, header.lastSequence());
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

    /** Jobs that the book does not have yet. */
    Collection<Job> begun() {
        return jobs.tailMap(jobsInBook, false).values();
    }

    /** Jobs that the book has. */
    Collection<Job> moved() {
        return jobs.headMap(jobsInBook, true).values();
    }

    List<Errand> errands() {
        return errands;
    }

    public Map<TimerKey, Optional<Instant>> timers() {
        return timers;
    }
}
