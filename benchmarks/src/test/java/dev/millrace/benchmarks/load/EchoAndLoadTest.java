package dev.millrace.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.load.WebhookLoad.Amount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EchoAndLoadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void shouldEchoTheBodyToAnyClient() throws Exception {
        try (var echo = new EchoServer()) {
            // given
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + echo.port() + "/echo"))
                    .POST(BodyPublishers.ofString("{\"step\":7}"))
                    .build();

            // when
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            // then
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"step\":7}");
            assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        }
    }

    @Test
    void shouldMakeExactlyTheCallsAskedFor() {
        try (var echo = new EchoServer()) {
            // when
            var answered = new WebhookLoad(echo.port()).run(4, "any", new Amount(5_000, LONG));

            // then
            assertThat(answered.count()).isEqualTo(5_000);
            assertThat(answered.latency().p50())
                    .isPositive()
                    .isLessThanOrEqualTo(answered.latency().p99());
            assertThat(answered.rate()).isPositive();
        }
    }

    @Test
    void shouldStopWhenTheTimeIsOver() {
        try (var echo = new EchoServer()) {
            // when
            var answered = new WebhookLoad(echo.port()).run(1, "any", Amount.ofTime(Duration.ofMillis(200)));

            // then
            assertThat(answered.count()).isPositive();
            assertThat(answered.seconds()).isBetween(0.2, LONG.toSeconds() * 1.0);
        }
    }

    @Test
    void shouldKeepThePaceAndTimeFromWhenACallIsDue() {
        try (var echo = new EchoServer()) {
            // when
            var answered = new WebhookLoad(echo.port()).paced(3, "any", 100, Duration.ofMillis(500));

            // then
            assertThat(answered.count()).isEqualTo(50);
            assertThat(answered.seconds()).isGreaterThan(0.4);
            assertThat(answered.latency().p50()).isPositive();
        }
    }

    @Test
    void shouldRefuseAnAnswerThatNamesNoExecution() {
        try (var echo = new EchoServer();
                var caller = new WebhookLoad(echo.port()).caller("any")) {
            assertThatThrownBy(caller::start)
                    .isInstanceOf(BenchFailure.class)
                    .hasMessageContaining("Expected the webhook to name the execution");
        }
    }

    @Test
    void shouldReadChunkedAnswersOneAfterAnother() throws IOException {
        // given
        var calls = new AtomicInteger();
        var server = serverAnswering(200, 0, calls);
        try {
            // when
            var answered = new WebhookLoad(server.getAddress().getPort()).run(1, "key", new Amount(3, LONG));

            // then
            assertThat(answered.count()).isEqualTo(3);
            assertThat(calls).hasValue(3);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldRefuseToMeasureRefusals() throws IOException {
        // given
        var server = serverAnswering(503, "down".length(), new AtomicInteger());
        try {
            var load = new WebhookLoad(server.getAddress().getPort());

            // then
            assertThatThrownBy(() -> load.run(2, "key", new Amount(10, LONG)))
                    .isInstanceOf(BenchFailure.class)
                    .hasMessageContaining("Expected 2xx from the webhook, but it answered 503 down");
        } finally {
            server.stop(0);
        }
    }

    /** @param length as the server wants it: 0 = chunked */
    private static HttpServer serverAnswering(int status, long length, AtomicInteger calls) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/webhooks/key", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write("down".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }
}
