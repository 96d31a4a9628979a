package dev.millrace.model.status;

/**
 * Where an execution stands. Numbers and meaning are NocoBase's, so that definitions and habits carry over; the API
 * shows the names.
 */
public enum ExecutionStatus {
    QUEUED(null),
    STARTED(0),
    RESOLVED(1),
    /** A business condition was not met. */
    FAILED(-1),
    /** Something broke: an expected failure of a step or a fault of ours. */
    ERROR(-2),
    /** Stopped from outside by a limit: a timeout, a parent that ended. */
    ABORTED(-3),
    /** Stopped by a person, who is named on the execution. */
    CANCELED(-4),
    /** A person said no. */
    REJECTED(-5),
    RETRY_NEEDED(-6);

    private final Integer code;

    ExecutionStatus(Integer code) {
        this.code = code;
    }

    /** The number of the status, or null for {@link #QUEUED}. */
    public Integer code() {
        return code;
    }

    public boolean ended() {
        return this != QUEUED && this != STARTED;
    }
}
