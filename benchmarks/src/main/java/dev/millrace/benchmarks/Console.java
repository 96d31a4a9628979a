package dev.millrace.benchmarks;

import java.util.Locale;

/** What the person at the command line reads. */
public final class Console {
    private static final long STARTED = System.nanoTime();
    private static final double NANOS_PER_SECOND = 1e9;

    private Console() {}

    /** One progress line with the seconds since the start. */
    public static void say(String line) {
        show(String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - STARTED) / NANOS_PER_SECOND, line));
    }

    static void show(String text) {
        // console output below
        System.out.println(text);
        // console output above
    }
}
