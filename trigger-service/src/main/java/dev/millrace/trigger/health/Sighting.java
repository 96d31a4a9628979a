package dev.millrace.trigger.health;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that came to a workflow's trigger.
 *
 * @param occurredAt when it happened
 * @param obstacle why it did not start the workflow; empty when it did
 */
public record Sighting(String workflowKey, Instant occurredAt, Optional<NotFired> obstacle) {
    public static Sighting fired(String workflowKey, Instant occurredAt) {
        return new Sighting(workflowKey, occurredAt, Optional.empty());
    }

    public static Sighting notFired(String workflowKey, Instant occurredAt, NotFired obstacle) {
        return new Sighting(workflowKey, occurredAt, Optional.of(obstacle));
    }
}
