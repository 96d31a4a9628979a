package dev.millrace.benchmarks.measure;

/**
 * One line of the result.
 *
 * @param id stable name, {@code W3 burst}
 * @param title what was measured, in a few words
 * @param latency of one at a time: of each call; of a burst: when half and 99 % of it were done, from its beginning
 * @param rate units per second
 * @param unit what is counted: answers, executions, nodes, steps, commits, round trips
 * @param manner one at a time is compared with the bare loop one at a time, many with the bare loop in bursts
 * @param target what is promised
 */
public record Figure(String id, String title, Latency latency, double rate, String unit, Manner manner, Target target) {

    /** How the load comes. */
    public enum Manner {
        ONE_AT_A_TIME,
        MANY
    }

    /** What a figure is called, before it is measured. */
    public record Named(String id, String title, String unit) {
        public Figure figure(Latency latency, double rate, Manner manner, Target target) {
            return new Figure(id, title, latency, rate, unit, manner, target);
        }
    }
}
