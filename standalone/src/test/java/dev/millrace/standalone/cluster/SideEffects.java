package dev.millrace.standalone.cluster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The service that the workflows call, and what it was made to do: how often for each job, known by its
 * {@code Idempotency-Key}. It makes no use of that key, so a repeated call is a repeated side effect.
 *
 * <p>It closes no connection by itself, however long that is idle: the JDK's own server does, and one in a few runs had
 * steps fail that knocked at that very moment.
 */
final class SideEffects implements AutoCloseable {
    private static final String BODY = "{\"done\":true}";
    private static final Duration START = Duration.ofSeconds(30);

    private final Map<String, Integer> effects = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Promise<Void> gate = Promise.promise();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    SideEffects() throws Exception {
        // Two workers may knock with 512 steps at the same moment.
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0).setAcceptBacklog(4_096);
        server =
                get(vertx.createHttpServer(options).requestHandler(this::handle).listen());
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
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
        gate.tryComplete();
    }

    private void handle(HttpServerRequest call) {
        var job = call.getHeader("Idempotency-Key");
        switch (call.path()) {
            case "/do" -> act(call, job);
            case "/refuse-once" -> refuseOnce(call, job);
            case "/hold" -> hold(call, job);
            default -> answer(call, 404);
        }
    }

    private void act(HttpServerRequest call, String job) {
        effects.merge(job, 1, Integer::sum);
        answer(call, 200);
    }

    private void refuseOnce(HttpServerRequest call, String job) {
        if (refused.add(job)) {
            answer(call, 503);
        } else {
            act(call, job);
        }
    }

    private void hold(HttpServerRequest call, String job) {
        effects.merge(job, 1, Integer::sum);
        gate.future().onComplete(released -> answer(call, 200));
    }

    private static void answer(HttpServerRequest call, int status) {
        call.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(BODY);
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(START.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        release();
        get(vertx.close());
    }
}
