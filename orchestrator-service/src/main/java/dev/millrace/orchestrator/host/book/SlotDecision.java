package dev.millrace.orchestrator.host.book;

/**
 * What becomes of an execution that needs a slot.
 *
 * @param concurrencyKey of those that share the limit
 */
public record SlotDecision(String executionId, Verdict verdict, String workflowKey, String concurrencyKey, int limit) {
    public enum Verdict {
        BEGIN,
        /** No slot is free, and it does not want to wait. */
        REFUSED,
        /** Newer ones take its place. */
        SUPERSEDED
    }
}
