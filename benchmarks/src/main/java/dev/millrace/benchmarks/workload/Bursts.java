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
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(250);

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
        awaitEnded(workflowKey, begin, size);
        double seconds = Waiting.secondsSince(started);
        var ended = recorded.ended(workflowKey, begin);
        if (ended.resolved() != size) {
            throw new BenchFailure("Expected " + size + " executions of " + workflowKey + " to be RESOLVED, but "
                    + ended.resolved() + " are and " + ended.otherwise() + " ended otherwise: "
                    + recorded.reasonOfOne(workflowKey));
        }
        return new Outcome(size, recorded.completion(workflowKey, begin), seconds);
    }

    private void awaitEnded(String workflowKey, Instant begin, int size) {
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
            Waiting.pause(untilNextLook((double) (size - ended) / size));
        }
    }

    /** Looks become denser towards the end, where the time is taken; before, they only cost the product. */
    private static Duration untilNextLook(double share) {
        long millis = Math.round(share * LONGEST_LOOK.toMillis());
        return Duration.ofMillis(Math.max(millis, SHORTEST_LOOK.toMillis()));
    }
}
