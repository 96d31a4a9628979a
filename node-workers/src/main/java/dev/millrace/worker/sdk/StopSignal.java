package dev.millrace.worker.sdk;

/** Tells a step under way that nobody waits for its outcome any more. A step that does not listen is left alone. */
@FunctionalInterface
public interface StopSignal {
    /** Of a step that nobody can stop. */
    StopSignal NEVER = work -> {};

    /**
     * Runs the work when the step is to stop, at once when it already is. The work is quick and does not throw; it may run on
     * any thread.
     */
    void whenStopped(Runnable work);
}
