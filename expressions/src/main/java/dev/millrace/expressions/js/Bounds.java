package dev.millrace.expressions.js;

import java.time.Duration;

/**
 * What one evaluation in JavaScript may use up.
 *
 * @param time of the clock on the wall, from the call to the answer; loading the library is not counted
 * @param allocation bytes that the evaluation may allocate in sum. The engine has no limit on live memory, but it cannot
 *     keep more than it allocated
 * @param answer characters of JSON in the result
 * @param contexts how many evaluations of one original may run at once; each context takes some 40 MB
 */
public record Bounds(Duration time, long allocation, int answer, int contexts) {

    public static Bounds standard() {
        int contexts = Math.min(4, Runtime.getRuntime().availableProcessors());
        return new Bounds(Duration.ofSeconds(5), 256L << 20, 4 << 20, contexts);
    }
}
