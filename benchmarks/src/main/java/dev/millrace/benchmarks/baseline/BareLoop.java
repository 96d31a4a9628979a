package dev.millrace.benchmarks.baseline;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.Console;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.measure.Waiting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Producer, Kafka, consumer, Kafka, consumer on the standalone's broker, and nothing else: no state, no offsets, no groups. A
 * step of a workflow needs the same two hops, so this is what no design on Kafka can beat.
 */
public final class BareLoop {
    private static final String THERE = "bench-there";
    private static final String BACK = "bench-back";
    /** As the product's topics. */
    private static final int PARTITIONS = 8;

    private final String bootstrapServers;
    private final Amounts amounts;

    public BareLoop(String bootstrapServers, Amounts amounts) {
        this.bootstrapServers = bootstrapServers;
        this.amounts = amounts;
    }

    /**
     * How much is sent.
     *
     * @param burst records in flight at once
     */
    public record Amounts(int burst, int warmBursts, int bursts, int warmOnes, int ones) {
        /**
         * As many records in flight as the burst of W5 ever has steps under way: its steps follow each other. (With 2,000 in
         * flight the loop is more than twice as fast, which no row of steps can be.) Warm after some seconds.
         */
        public static final Amounts FULL = new Amounts(200, 400, 151, 300, 500);
    }

    /** One at a time, and in bursts. */
    public record Measured(Figure one, Figure bursts) {}

    public Measured measure() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            create(admin);
            try (var mirror = new Mirror(bootstrapServers, THERE, BACK, PARTITIONS);
                    var pitcher = new Pitcher(bootstrapServers, THERE, BACK, PARTITIONS)) {
                mirror.start();
                // New topics: the first record to each partition goes alone, as a rejected first batch can block those
                // behind it.
                IntStream.range(0, PARTITIONS).forEach(pitcher::throwTo);
                warmUp(pitcher);
                return new Measured(ones(pitcher), bursts(pitcher));
            } finally {
                admin.deleteTopics(List.of(THERE, BACK)).all().get();
            }
        } catch (ExecutionException e) {
            throw new BenchFailure("Expected to measure the bare loop, but the broker refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Expected to measure the bare loop, but the wait was interrupted", e);
        }
    }

    private void warmUp(Pitcher pitcher) {
        IntStream.range(0, amounts.warmBursts()).forEach(i -> pitcher.burst(amounts.burst()));
        IntStream.range(0, amounts.warmOnes()).forEach(i -> pitcher.one());
        Console.say("Bare loop: warmed up with " + amounts.warmBursts() + " bursts of " + amounts.burst() + " and "
                + amounts.warmOnes() + " one at a time");
    }

    private static void create(Admin admin) throws ExecutionException, InterruptedException {
        var topics = List.of(new NewTopic(THERE, PARTITIONS, (short) 1), new NewTopic(BACK, PARTITIONS, (short) 1));
        admin.createTopics(topics).all().get();
    }

    private Figure ones(Pitcher pitcher) {
        long started = System.nanoTime();
        var nanos = LongStream.range(0, amounts.ones()).map(i -> pitcher.one()).toArray();
        double rate = nanos.length / Waiting.secondsSince(started);
        return figure("loop one", "bare loop, one at a time", nanos, rate, Figure.Manner.ONE_AT_A_TIME);
    }

    /** The burst of median rate speaks for all. */
    private Figure bursts(Pitcher pitcher) {
        var bursts = IntStream.range(0, amounts.bursts())
                .mapToObj(i -> pitcher.burst(amounts.burst()))
                .sorted(Comparator.comparingDouble(Pitcher.Burst::seconds))
                .toList();
        var median = bursts.get(amounts.bursts() / 2);
        return figure(
                "loop",
                "bare loop, bursts of " + amounts.burst(),
                median.nanos(),
                amounts.burst() / median.seconds(),
                Figure.Manner.MANY);
    }

    private static Figure figure(String id, String title, long[] nanos, double rate, Figure.Manner manner) {
        return new Figure(id, title, Latency.ofNanos(nanos), rate, "round trips", manner, new Target.None());
    }
}
