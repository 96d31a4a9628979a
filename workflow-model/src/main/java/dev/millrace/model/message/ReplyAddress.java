package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a caller waits for the outcome of an execution.
 *
 * @param address the instance that waits; key of the record on topic {@code replies}. Of a {@link Detail#JOB}: the execution
 * @param correlationId the call within that instance. Of a {@link Detail#JOB}: {@code <job id>#<attempt>}
 * @param detail how much the caller wants to hear
 */
public record ReplyAddress(
        @JsonProperty("address") String address,
        @JsonProperty("correlationId") String correlationId,
        @JsonProperty("detail") Detail detail) {

    private static final char BEFORE_ATTEMPT = '#';

    /** Where a job waits that has called a workflow. */
    public static ReplyAddress ofJob(String executionId, String jobId, int attempt) {
        return new ReplyAddress(executionId, jobId + BEFORE_ATTEMPT + attempt, Detail.JOB);
    }

    /** Whether the address says which attempt of which job waits. */
    public boolean namesJob() {
        return address != null && correlationId != null && correlationId.matches("[^#]+#\\d{1,9}");
    }

    /** The id of the job that waits. */
    public String jobId() {
        return correlationId.substring(0, correlationId.lastIndexOf(BEFORE_ATTEMPT));
    }

    /** The attempt of the job that waits. */
    public int attempt() {
        return Integer.parseInt(correlationId.substring(correlationId.lastIndexOf(BEFORE_ATTEMPT) + 1));
    }

    public enum Detail {
        /** One reply when the outcome is known: the Response node, the end, a failure. */
        OUTCOME,
        /** A job of another execution waits: the outcome is a {@link StepResult} for it, once the execution has ended. */
        JOB,
        /** One reply, with the execution and its jobs, once it has ended or waits for a person or a timer. */
        EXECUTION
    }
}
