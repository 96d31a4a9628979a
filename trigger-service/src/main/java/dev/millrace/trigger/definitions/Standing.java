package dev.millrace.trigger.definitions;

import dev.millrace.model.message.WorkflowVersion;
import java.time.Duration;
import java.time.Instant;

/**
 * A time during which a version was enabled. A change of a row is served after it was committed, sometimes long after, but
 * it meets the workflows as they stood when it was committed.
 *
 * @param from {@link Instant#MIN} where it is not known since when
 * @param until {@link Instant#MAX} while it is enabled
 */
public record Standing(WorkflowVersion version, Instant from, Instant until) {
    /**
     * Commit times come from the database's clock, enabling from Kafka's. Within what two well-kept clocks differ by, a change
     * counts as later than the enabling: one too many is seen and can be undone, one too few cannot.
     */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMillis(20);

    public boolean at(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    static Standing since(WorkflowVersion version, Instant moment) {
        return new Standing(version, moment.minus(CLOCK_TOLERANCE), Instant.MAX);
    }

    static Standing always(WorkflowVersion version) {
        return new Standing(version, Instant.MIN, Instant.MAX);
    }

    Standing as(WorkflowVersion changed) {
        return new Standing(changed, from, until);
    }

    Standing until(Instant moment) {
        return new Standing(version, from, moment);
    }

    boolean isOpen() {
        return until.equals(Instant.MAX);
    }
}
