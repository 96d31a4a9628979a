package dev.millrace.orchestrator.engine;

import java.util.function.LongSupplier;

/** Numbers that look random and yet follow from where they are used, so that a repeat gives the same ones. */
final class Derived {
    /** Whole numbers that a JavaScript number holds exactly. */
    private static final int SAFE_BITS = 53;

    private Derived() {}

    /** Ids of at most 53 bits, a new one at every use within a job. */
    static LongSupplier ids(String executionId, int sequence) {
        var uses = new int[1];
        return () -> {
            uses[0]++;
            return mixed(executionId, sequence, uses[0]) >>> (Long.SIZE - SAFE_BITS);
        };
    }

    /** From 0 to less than 1. */
    static double fraction(String executionId, int sequence, int use) {
        return (mixed(executionId, sequence, use) >>> (Long.SIZE - SAFE_BITS)) / (double) (1L << SAFE_BITS);
    }

    private static long mixed(String executionId, int sequence, int use) {
        long seed = 0;
        for (int i = 0; i < executionId.length(); i++) {
            seed = seed * 0x100000001B3L ^ executionId.charAt(i);
        }
        return finish(finish(seed) ^ ((long) sequence << Integer.SIZE | use));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long finish(long seed) {
        long value = seed + 0x9E3779B97F4A7C15L;
        value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
        return value ^ (value >>> 31);
    }
}
