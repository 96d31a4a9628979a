package dev.millrace.benchmarks.load;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.measure.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that call one webhook, each its next call as soon as the last one is answered. */
public final class WebhookLoad {
    private final int port;

    public WebhookLoad(int port) {
        this.port = port;
    }

    /** How much of it: whichever bound is reached first ends it. */
    public record Amount(int calls, Duration atMost) {
        public static Amount ofTime(Duration time) {
            return new Amount(Integer.MAX_VALUE, time);
        }
    }

    /** What came back. */
    public record Answered(long[] nanos, double seconds) {
        public Latency latency() {
            return Latency.ofNanos(nanos);
        }

        public double rate() {
            return nanos.length / seconds;
        }

        public int count() {
            return nanos.length;
        }
    }

    /** @throws BenchFailure at the first answer that is not 2xx: a refusal measures nothing */
    public Answered run(int clients, String workflowKey, Amount amount) {
        var request = HttpConnection.postOf("/webhooks/" + workflowKey, "{\"a\":21,\"name\":\"bench\"}");
        var left = new AtomicInteger(amount.calls());
        var pool = Executors.newFixedThreadPool(clients);
        try {
            long started = System.nanoTime();
            long until = started + amount.atMost().toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> client(request, left, until)));
            }
            var nanos = collect(running);
            return new Answered(nanos, Waiting.secondsSince(started));
        } finally {
            pool.shutdownNow();
        }
    }

    private long[] client(byte[] request, AtomicInteger left, long until) {
        var nanos = new long[1024];
        int count = 0;
        try (var connection = new HttpConnection(port)) {
            while (left.getAndDecrement() > 0 && System.nanoTime() < until) {
                long sent = System.nanoTime();
                int status = connection.exchange(request);
                if (status / 100 != 2) {
                    throw new BenchFailure("Expected the webhook to answer 2xx, but it answered " + status);
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - sent;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] collect(List<Future<long[]>> running) {
        try {
            List<long[]> parts = new ArrayList<>();
            for (var each : running) {
                parts.add(each.get());
            }
            return parts.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (ExecutionException e) {
            throw new BenchFailure("Expected all clients to finish, but one failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Expected all clients to finish, but the wait was interrupted", e);
        }
    }
}
