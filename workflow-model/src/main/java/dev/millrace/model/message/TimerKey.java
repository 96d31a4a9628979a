package dev.millrace.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Names a timer within its execution.
 *
 * @param jobSequence the job it belongs to, 0 for the execution itself
 */
public record TimerKey(
        @JsonProperty("jobSequence") int jobSequence,
        @JsonProperty("kind") Kind kind) {
    public enum Kind {
        /** A node waits for its time (delay). */
        DELAY,
        /** The next attempt of a failed step is due. */
        RETRY,
        /** An attempt of a step has run out of time. */
        STEP_TIMEOUT,
        /** The execution has run out of time. */
        EXECUTION_TIMEOUT
    }
}
