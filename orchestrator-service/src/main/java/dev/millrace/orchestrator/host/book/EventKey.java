package dev.millrace.orchestrator.host.book;

import dev.millrace.model.message.TriggerEvent;

/** What an event is known by, so that a repeat is refused. */
public record EventKey(String workflowKey, String key) {
    public EventKey {
        // As the column takes it: otherwise what is read back would not equal what was asked for.
        workflowKey = Columns.text(workflowKey);
        key = Columns.text(key);
    }

    public static EventKey of(TriggerEvent event) {
        return of(event.workflowKey(), event.eventKey(), event.executionId());
    }

    /** An event without a key of its own is known by its execution: it matters once that was deleted. */
    static EventKey of(String workflowKey, String eventKey, String executionId) {
        return new EventKey(workflowKey, eventKey == null ? "execution:" + executionId : eventKey);
    }
}
