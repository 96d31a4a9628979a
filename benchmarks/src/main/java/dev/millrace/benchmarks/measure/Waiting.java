package dev.millrace.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Pauses between two looks at the product: each look costs it something. */
public final class Waiting {
    private Waiting() {}

    public static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Returns at the time, or at once behind it. */
    public static void until(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    public static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
