package dev.millrace.benchmarks.measure;

import java.util.Locale;

/** What is promised for a figure. */
public sealed interface Target {

    /** Whether it was kept. */
    enum Verdict {
        MET,
        MISSED,
        /** The figure it is compared with was not measured in this run. */
        UNKNOWN,
        /** Nothing is promised. */
        NONE
    }

    String text();

    Verdict judge(Figure figure, Results results);

    /** Nothing is promised. */
    record None() implements Target {
        @Override
        public String text() {
            return "";
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            return Verdict.NONE;
        }
    }

    /** The median is below so many milliseconds. */
    record MedianBelow(double millis) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "p50 under %.0f ms", millis);
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            return figure.latency().p50() < millis ? Verdict.MET : Verdict.MISSED;
        }
    }

    /** Half and 99 % are below so many milliseconds. */
    record PercentilesBelow(double median, double tail) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "p50 under %.0f ms, p99 under %.0f ms", median, tail);
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            var latency = figure.latency();
            return latency.p50() < median && latency.p99() < tail ? Verdict.MET : Verdict.MISSED;
        }
    }

    /** At least so many per second. */
    record RateAtLeast(double rate) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "at least %.0f/s", rate);
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            return figure.rate() >= rate ? Verdict.MET : Verdict.MISSED;
        }
    }

    /** At least this share of the bare loop. */
    record ShareOfBareLoop(double share) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "at least %.2f of the loop", share);
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            return results.ofBareLoop(figure) >= share ? Verdict.MET : Verdict.MISSED;
        }
    }

    /** At least this share of single-row commits. */
    record ShareOfCommits(double share) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "at least %.2f of commits", share);
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            return results.ofCommits(figure) >= share ? Verdict.MET : Verdict.MISSED;
        }
    }

    /** At least this share of another workload's rate in the same run. */
    record ShareOfWorkload(String other, double share) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "at least %.2f of %s", share, other);
        }

        @Override
        public Verdict judge(Figure figure, Results results) {
            var rate = results.rateOf(other);
            if (rate.isEmpty()) {
                return Verdict.UNKNOWN;
            }
            return figure.rate() >= share * rate.getAsDouble() ? Verdict.MET : Verdict.MISSED;
        }
    }
}
