package dev.millrace.worker.nodes.script;

import dev.millrace.worker.nodes.script.ScriptEnd.Broken;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that scripts run on, and the clock that ends them. How many scripts wait is bounded by how many steps the worker
 * runs at once.
 */
final class ScriptThreads implements Executor, AutoCloseable {
    /** Deeper than the machine's own stack of 1 MiB leads, for most of what a script can nest; only what is used is taken. */
    private static final long STACK_BYTES = 16L << 20;

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor clock;

    ScriptThreads(int count) {
        threads = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    var thread = new Thread(null, work, "script", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "script clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable script) {
        threads.execute(script);
    }

    /** Ends the script after so many ms, unless it has ended by then. */
    void stopAfter(long millis, RunningScript script, Broken reason) {
        var alarm = clock.schedule(() -> script.stop(reason), Math.max(0, millis), TimeUnit.MILLISECONDS);
        script.ended().whenComplete((end, bug) -> alarm.cancel(false));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }
}
