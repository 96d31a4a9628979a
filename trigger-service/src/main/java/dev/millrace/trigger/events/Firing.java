package dev.millrace.trigger.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the events that start executions, and their ids. */
public final class Firing {
    private Firing() {}

    /**
     * For an event with a key and a time of its own: a repeat has the same execution id.
     *
     * @param eventKey unique within the workflow
     * @param occurredAt the same for every repeat
     */
    public static TriggerEvent repeatable(
            WorkflowVersion workflow, String eventKey, JsonNode context, List<String> stack, Instant occurredAt) {
        String id = ExecutionIds.derived(occurredAt, workflow.key() + "\n" + eventKey);
        return new TriggerEvent(id, workflow.id(), workflow.key(), eventKey, context, stack, null, null, occurredAt);
    }

    /**
     * For a call. With the caller's event key a repeat on the same day (UTC) has the same execution id; on a later day it
     * is refused by the key alone.
     *
     * @param eventKey null for a call that is never a repeat
     * @param replyTo who waits, or null
     */
    public static TriggerEvent called(
            WorkflowVersion workflow, String eventKey, JsonNode context, ReplyAddress replyTo, Instant now) {
        String id = eventKey == null
                ? ExecutionIds.random(now, ThreadLocalRandom.current())
                : ExecutionIds.derived(now.truncatedTo(ChronoUnit.DAYS), workflow.key() + "\n" + eventKey);
        return new TriggerEvent(id, workflow.id(), workflow.key(), eventKey, context, List.of(), replyTo, null, now);
    }
}
