package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.measure.Waiting;
import dev.millrace.benchmarks.product.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many executions at once, timed from the first start until the last is recorded as ended. */
record Bursts(Recorded recorded, Duration stalledAfter) {
    private static final long SHORTEST_LOOK_MILLIS = 5;
    private static final long LONGEST_LOOK_MILLIS = 250;
    /** Executions of one burst end together: the end is seen so late at most, as a part of the time until then. */
    private static final int LATE = 25;

    Bursts(Recorded recorded) {
        this(recorded, Duration.ofSeconds(30));
    }

    /** @param completion when half and 99 % were done, from the beginning */
    record Outcome(int size, Latency completion, double seconds) {
        double rate() {
            return size / seconds;
        }
    }

    /** Repeats a burst; the one of median rate speaks for all. */
    static Outcome median(int rounds, Supplier<Outcome> burst) {
        List<Outcome> outcomes = Stream.generate(burst)
                .limit(rounds)
                .sorted(Comparator.comparingDouble(Outcome::rate))
                .toList();
        return outcomes.get(rounds / 2);
    }

    /** @throws BenchFailure when an execution is lost or ends otherwise than it should */
    Outcome run(String workflowKey, int size, Runnable start) {
        var begin = Instant.now();
        long started = System.nanoTime();
        start.run();
        awaitEnded(workflowKey, begin, size, started);
        double seconds = Waiting.secondsSince(started);
        var ended = recorded.ended(workflowKey, begin);
        if (ended.resolved() != size) {
            throw new BenchFailure("Expected " + size + " executions of " + workflowKey + " to be RESOLVED, but "
                    + ended.resolved() + " are and " + ended.otherwise() + " ended otherwise: "
                    + recorded.reasonOfOne(workflowKey));
        }
        return new Outcome(size, recorded.completion(workflowKey, begin), seconds);
    }

    private void awaitEnded(String workflowKey, Instant begin, int size, long started) {
        long lastMove = System.nanoTime();
        long seen = -1;
        for (long ended = recorded.ended(workflowKey, begin).all();
                ended < size;
                ended = recorded.ended(workflowKey, begin).all()) {
            if (ended != seen) {
                seen = ended;
                lastMove = System.nanoTime();
            }
            if (System.nanoTime() - lastMove > stalledAfter.toNanos()) {
                throw new BenchFailure("Expected " + size + " executions of " + workflowKey + " to end, but "
                        + (size - ended) + " have not and nothing moved for " + stalledAfter.toSeconds() + " s");
            }
            Waiting.pause(untilNextLook(Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    /** Each look costs the product something. */
    static Duration untilNextLook(Duration elapsed) {
        long millis = elapsed.toMillis() / LATE;
        return Duration.ofMillis(Math.max(SHORTEST_LOOK_MILLIS, Math.min(LONGEST_LOOK_MILLIS, millis)));
    }
}
