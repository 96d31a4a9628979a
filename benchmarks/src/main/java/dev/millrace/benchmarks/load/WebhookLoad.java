package dev.millrace.benchmarks.load;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.measure.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Clients that call one webhook, each its next call as soon as the last one is answered. */
public final class WebhookLoad {
    private final int port;

    public WebhookLoad(int port) {
        this.port = port;
    }

    /** A client that calls when it is told to. */
    public WebhookCaller caller(String workflowKey) {
        return new WebhookCaller(new HttpConnection(port), requestTo(workflowKey));
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

    /**
     * Calls at a fixed pace, whether earlier ones are answered or not. Each is timed from when it was due, so that what waits
     * for a free client counts, too.
     *
     * @param clients at least as many as are ever under way
     * @throws BenchFailure at the first answer that is not 2xx
     */
    public Answered paced(int clients, String workflowKey, int perSecond, Duration time) {
        var request = requestTo(workflowKey);
        var pace = new Pace(System.nanoTime(), perSecond, time);
        return together(clients, () -> pacedClient(request, pace));
    }

    private long[] pacedClient(byte[] request, Pace pace) {
        var nanos = LongStream.builder();
        try (var connection = new HttpConnection(port)) {
            for (var due = pace.next(); due.isPresent(); due = pace.next()) {
                Waiting.until(due.getAsLong());
                exchange(connection, request);
                nanos.add(System.nanoTime() - due.getAsLong());
            }
        }
        return nanos.build().toArray();
    }

    private static byte[] requestTo(String workflowKey) {
        return HttpConnection.postOf("/webhooks/" + workflowKey, "{\"a\":21,\"name\":\"bench\"}");
    }

    static HttpConnection.Answer exchange(HttpConnection connection, byte[] request) {
        var answer = connection.exchange(request);
        if (!answer.isSuccess()) {
            throw new BenchFailure(
                    "Expected 2xx from the webhook, but it answered " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    /** @throws BenchFailure at the first answer that is not 2xx: a refusal measures nothing */
    public Answered run(int clients, String workflowKey, Amount amount) {
        var request = requestTo(workflowKey);
        var left = new AtomicInteger(amount.calls());
        long until = System.nanoTime() + amount.atMost().toNanos();
        return together(clients, () -> client(request, left, until));
    }

    private static Answered together(int clients, Callable<long[]> client) {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            long started = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(client));
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
                exchange(connection, request);
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
