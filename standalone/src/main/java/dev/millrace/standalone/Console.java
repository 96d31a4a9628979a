package dev.millrace.standalone;

/** What the person at the command line reads. Everything else goes to the log. */
final class Console {
    private static final long STARTED = System.nanoTime();
    private static final double NANOS_PER_SECOND = 1e9;

    private Console() {}

    static void say(String line) {
        // console output below
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - STARTED) / NANOS_PER_SECOND, line);
        // console output above
    }

    static void show(String text) {
        // console output below
        System.out.println(text);
        // console output above
    }
}
