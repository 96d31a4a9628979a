package dev.millrace.trigger.definitions;

import dev.millrace.model.message.WorkflowVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Versions by id, and the enabled one per key. Written by one thread, read by many. */
final class VersionTable {
    private final Map<String, WorkflowVersion> byId = new ConcurrentHashMap<>();
    private final Map<String, WorkflowVersion> enabledByKey = new ConcurrentHashMap<>();
    private final Standings standings = new Standings();
    private final AtomicLong revision = new AtomicLong();

    Optional<WorkflowVersion> version(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<WorkflowVersion> enabled(String key) {
        return Optional.ofNullable(enabledByKey.get(key));
    }

    List<WorkflowVersion> allEnabled() {
        return List.copyOf(enabledByKey.values());
    }

    List<Standing> standingsOfType(String type) {
        return standings.ofType(type);
    }

    long revision() {
        return revision.get();
    }

    /**
     * Whether it changed anything: a version older than what is known does not.
     *
     * @param since when the version came to stand as it does, or {@link Instant#MIN} where that is not known
     */
    boolean put(WorkflowVersion version, Instant since) {
        var known = byId.get(version.id());
        if (known != null && known.sequence() > version.sequence()) {
            return false;
        }
        byId.put(version.id(), version);
        standings.note(version, since);
        if (version.enabled() && !version.deleted()) {
            enabledByKey.merge(version.key(), version, VersionTable::newer);
        } else {
            disable(version.key(), version.id());
        }
        revision.incrementAndGet();
        return true;
    }

    void remove(String id) {
        var gone = byId.remove(id);
        if (gone != null) {
            disable(gone.key(), id);
            revision.incrementAndGet();
        }
    }

    /** Two versions of a key may both look enabled while one hands over to the other. */
    private static WorkflowVersion newer(WorkflowVersion one, WorkflowVersion other) {
        return other.id().equals(one.id()) || other.sequence() >= one.sequence() ? other : one;
    }

    private void disable(String key, String id) {
        enabledByKey.computeIfPresent(key, (any, enabled) -> enabled.id().equals(id) ? null : enabled);
    }
}
