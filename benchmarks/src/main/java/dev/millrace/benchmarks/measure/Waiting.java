package dev.millrace.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Pauses between two looks at the product: each look costs it something. */
public final class Waiting {
    private Waiting() {}

    public static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    public static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
