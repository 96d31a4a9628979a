package dev.millrace.trigger.collection.capture;

import java.time.Instant;

/**
 * How the capture of one data source stands.
 *
 * @param detail one sentence, for people
 */
public record CaptureState(Phase phase, String detail, Instant since) {
    public enum Phase {
        STARTING,
        RUNNING,
        /** Failed, and waits to start again. */
        WAITING,
        STOPPED
    }

    static CaptureState of(Phase phase, String detail) {
        return new CaptureState(phase, detail, Instant.now());
    }
}
