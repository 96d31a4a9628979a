package dev.millrace.trigger.health;

/** Why something that came to a workflow's trigger did not start it. */
public enum NotFired {
    /** A row changed in a way that the workflow does not wait for. */
    MODE(
            "Expected a change of the kind that the workflow waits for (created, updated, deleted), but it was of another"),
    /** None of the fields that the workflow looks at changed. */
    CHANGED_FIELDS("Expected one of the named fields to change, but none did"),
    CONDITION("Expected the stored record to meet the condition, but it does not, or it is gone"),
    /** The change is among the dead letters. */
    UNREADABLE("Expected to read the stored record, but it could not be read: see the dead letters"),
    /** Whoever called was told what is wrong. */
    INVALID_CALL("Expected a call that can be read, but it was refused: the caller was told why");

    private final String sentence;

    NotFired(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
