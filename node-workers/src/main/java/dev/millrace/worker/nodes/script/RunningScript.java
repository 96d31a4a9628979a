package dev.millrace.worker.nodes.script;

import dev.millrace.worker.nodes.script.ScriptEnd.Broken;
import java.util.concurrent.CompletableFuture;

/**
 * A script from the moment it is queued, and what ends it from outside: a time-out, a cancellation. Ending one that runs
 * interrupts its thread, which the engine looks at in each loop and each call. Thread-safe.
 */
final class RunningScript {
    private final CompletableFuture<ScriptEnd> ended = new CompletableFuture<>();
    private Thread thread;
    private Broken stopped;

    /** Completes when the script has ended, or will not begin. */
    CompletableFuture<ScriptEnd> ended() {
        return ended;
    }

    /** Whether the script is to run, on the calling thread. Then it is to be {@link #end}ed. */
    synchronized boolean begin() {
        if (stopped != null) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
    }

    void stop(Broken reason) {
        if (!interrupt(reason)) {
            ended.complete(reason);
        }
    }

    /** Whether there is a thread that will tell how the script ended. */
    private synchronized boolean interrupt(Broken reason) {
        stopped = stopped == null ? reason : stopped;
        if (thread == null) {
            return false;
        }
        thread.interrupt();
        return true;
    }

    /** To be called by the thread that ran the script; whatever stopped it is not told to the next one. */
    void end(ScriptEnd end) {
        ended.complete(release(end));
    }

    private synchronized ScriptEnd release(ScriptEnd end) {
        thread = null;
        Thread.interrupted();
        return stopped == null ? end : stopped;
    }
}
