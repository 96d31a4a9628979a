package dev.millrace.standalone.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The service that the workflows call, and what it was made to do: how often for each job, known by its
 * {@code Idempotency-Key}. It makes no use of that key, so a repeated call is a repeated side effect.
 */
final class SideEffects implements AutoCloseable {
    private static final int THREADS = 64;
    private static final byte[] BODY = "{\"done\":true}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Integer> effects = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    SideEffects() throws IOException {
        // Headers and body are two packets; without this the second waits 40 ms for the first one's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A connection that is idle beyond so many is closed without a word, and the next call on it fails. Unless told
        // otherwise that is 200, where two workers keep 512.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        // Two workers may knock with 512 steps at the same moment.
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
        server.createContext("/do", this::act);
        server.createContext("/refuse-once", this::refuseOnce);
        server.createContext("/hold", this::hold);
        server.setExecutor(threads);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** How often something was done for each job. */
    Map<String, Integer> counts() {
        return effects;
    }

    int total() {
        return effects.values().stream().mapToInt(Integer::intValue).sum();
    }

    int refusals() {
        return refused.size();
    }

    /** Calls of {@code /hold} are answered from now on. */
    void release() {
        gate.countDown();
    }

    private void act(HttpExchange call) throws IOException {
        effects.merge(job(call), 1, Integer::sum);
        answer(call, 200);
    }

    private void refuseOnce(HttpExchange call) throws IOException {
        if (refused.add(job(call))) {
            answer(call, 503);
        } else {
            act(call);
        }
    }

    private void hold(HttpExchange call) throws IOException {
        effects.merge(job(call), 1, Integer::sum);
        try {
            gate.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(call, 200);
    }

    private static String job(HttpExchange call) {
        return call.getRequestHeaders().getFirst("Idempotency-Key");
    }

    private static void answer(HttpExchange call, int status) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("content-type", "application/json");
            call.sendResponseHeaders(status, BODY.length);
            call.getResponseBody().write(BODY);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
