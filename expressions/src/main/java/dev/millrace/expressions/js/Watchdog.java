package dev.millrace.expressions.js;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at every running evaluation a few times a second and ends those that are beyond their bounds. */
final class Watchdog implements AutoCloseable {
    private static final long PERIOD_MILLIS = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Bounds bounds;
    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "expression-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private boolean started;

    Watchdog(Bounds bounds) {
        this.bounds = bounds;
    }

    /** From now on the calling thread's work is watched. */
    Watched watch(Runnable kill) {
        start();
        long thread = Thread.currentThread().getId();
        var watched = new Watched(thread, System.nanoTime(), THREADS.getThreadAllocatedBytes(thread), kill);
        running.add(watched);
        return watched;
    }

    /** The breach that ended the work, or null. */
    String release(Watched watched) {
        running.remove(watched);
        return watched.release();
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        for (var watched : running) {
            var breach = breach(watched);
            if (breach != null) {
                running.remove(watched);
                watched.end(breach);
            }
        }
    }

    private String breach(Watched watched) {
        if (System.nanoTime() - watched.since() > bounds.time().toNanos()) {
            return "Expected an expression to end within " + bounds.time().toMillis() + " ms, but it runs on";
        }
        if (THREADS.getThreadAllocatedBytes(watched.thread()) - watched.allocated() > bounds.allocation()) {
            return "Expected an expression to use at most " + (bounds.allocation() >> 20)
                    + " MiB of memory, but it uses more";
        }
        return null;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
