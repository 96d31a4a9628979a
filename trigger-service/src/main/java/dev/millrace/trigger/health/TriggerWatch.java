package dev.millrace.trigger.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What this process has seen of triggers since its start. In memory: it explains, nothing depends on it. Thread-safe. */
@Singleton
public class TriggerWatch {
    private final Instant since = Instant.now();
    private final Map<String, Seen> byWorkflow = new ConcurrentHashMap<>();
    private final Map<String, Change> bySource = new ConcurrentHashMap<>();

    /**
     * What came to one workflow.
     *
     * @param lastEventAt when the newest event happened, whether it fired or not; null for none
     * @param lastFiredAt when the newest event happened that fired; null for none
     * @param lag from the newest event to its being served
     * @param last why the newest one that did not fire did not; null for none
     */
    record Seen(
            Instant lastEventAt,
            Instant lastFiredAt,
            Duration lag,
            long fired,
            Map<NotFired, Long> notFired,
            Instant lastNotFiredAt,
            NotFired last) {
        private static final Seen NOTHING = new Seen(null, null, null, 0, Map.of(), null, null);

        private Seen with(Sighting sighting, Instant now) {
            var lateness = Duration.between(sighting.occurredAt(), now);
            if (sighting.obstacle().isEmpty()) {
                return new Seen(
                        sighting.occurredAt(),
                        sighting.occurredAt(),
                        lateness,
                        fired + 1,
                        notFired,
                        lastNotFiredAt,
                        last);
            }
            var obstacle = sighting.obstacle().get();
            var counts = new EnumMap<NotFired, Long>(NotFired.class);
            counts.putAll(notFired);
            counts.merge(obstacle, 1L, Long::sum);
            return new Seen(
                    sighting.occurredAt(), lastFiredAt, lateness, fired, counts, sighting.occurredAt(), obstacle);
        }
    }

    /**
     * The newest change of a data source that was matched.
     *
     * @param lag from its commit to its being matched
     */
    record Change(Instant committedAt, Duration lag) {}

    public void note(Sighting sighting) {
        var now = Instant.now();
        byWorkflow.compute(
                sighting.workflowKey(), (key, seen) -> (seen == null ? Seen.NOTHING : seen).with(sighting, now));
    }

    public void matched(String dataSource, Instant committedAt) {
        bySource.put(dataSource, new Change(committedAt, Duration.between(committedAt, Instant.now())));
    }

    /** Since when is counted. */
    Instant since() {
        return since;
    }

    Seen of(String workflowKey) {
        return byWorkflow.getOrDefault(workflowKey, Seen.NOTHING);
    }

    Optional<Change> newest(String dataSource) {
        return Optional.ofNullable(bySource.get(dataSource));
    }
}
