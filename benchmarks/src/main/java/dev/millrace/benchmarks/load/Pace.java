package dev.millrace.benchmarks.load;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** When the calls of a load are due that many clients make together. Thread-safe. */
final class Pace {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long start;
    private final int perSecond;
    private final long calls;
    private final AtomicLong given = new AtomicLong();

    /** @param start of the first call, in {@link System#nanoTime} */
    Pace(long start, int perSecond, Duration time) {
        this.start = start;
        this.perSecond = perSecond;
        this.calls = Math.round(time.toNanos() / NANOS_PER_SECOND * perSecond);
    }

    /** The time of the next call; empty when all were given out. */
    OptionalLong next() {
        long number = given.getAndIncrement();
        return number < calls
                ? OptionalLong.of(start + Math.round(number * NANOS_PER_SECOND / perSecond))
                : OptionalLong.empty();
    }
}
