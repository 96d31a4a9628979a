package dev.millrace.model.status;

/** Where one run of a node stands; see {@link ExecutionStatus} for the meaning of the numbers. */
public enum JobStatus {
    PENDING(0),
    RESOLVED(1),
    FAILED(-1),
    ERROR(-2),
    ABORTED(-3),
    CANCELED(-4),
    REJECTED(-5),
    RETRY_NEEDED(-6);

    private static final JobStatus[] BY_NEGATED_CODE = {
        PENDING, FAILED, ERROR, ABORTED, CANCELED, REJECTED, RETRY_NEEDED
    };

    private final int code;

    JobStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public boolean ended() {
        return this != PENDING;
    }

    /** The status an execution takes when a job of its main list ends like this. */
    public ExecutionStatus asExecution() {
        return this == PENDING ? ExecutionStatus.STARTED : ExecutionStatus.valueOf(name());
    }

    /**
     * The status with this number.
     *
     * @throws IllegalArgumentException when no status has it
     */
    public static JobStatus ofCode(int code) {
        if (code == 1) {
            return RESOLVED;
        }
        if (code > 1 || -code >= BY_NEGATED_CODE.length) {
            throw new IllegalArgumentException("Expected a job status between -6 and 1, but was " + code);
        }
        return BY_NEGATED_CODE[-code];
    }
}
