package dev.millrace.benchmarks.measure;

import java.util.Arrays;

/** Two percentiles by nearest rank: values that were really measured, never interpolated ones. In milliseconds. */
public record Latency(double p50, double p99) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEDIAN = 0.50;
    private static final double TAIL = 0.99;

    /** @param nanos at least one */
    public static Latency ofNanos(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("Expected at least one measurement, but there is none");
        }
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latency(percentile(sorted, MEDIAN), percentile(sorted, TAIL));
    }

    private static double percentile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }
}
