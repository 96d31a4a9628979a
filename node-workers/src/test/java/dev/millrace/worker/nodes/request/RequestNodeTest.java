package dev.millrace.worker.nodes.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestNodeTest {
    private static final int MAX_BYTES = 100_000;

    private static Vertx vertx;
    private static HttpServer server;
    private static RequestNode node;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(RequestNodeTest::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        node = new RequestNode(vertx, Optional.empty(), 16, MAX_BYTES);
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void shouldSendParametersHeadersAndBodyAndHandOnTheAnswer() throws Exception {
        // when
        var outcome = call("""
                {"method": "POST", "url": "%s/echo?kept=1", "data": {"n": 1},
                 "headers": [{"name": " X-Token ", "value": "abc\\n"}, {"name": "Content-Type", "value": "text/html"}],
                 "params": [{"name": "q", "value": "a b&c"}, {"name": "q", "value": 2}]}""");

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.RESOLVED);
        var result = outcome.result();
        assertThat(result.path("status").intValue()).isEqualTo(200);
        assertThat(result.at("/headers/content-type").textValue()).startsWith("application/json");
        assertThat(result.at("/data/query").textValue()).isEqualTo("kept=1&q=a+b%26c&q=2");
        assertThat(result.at("/data/headers/x-token").textValue()).isEqualTo("abc");
        assertThat(result.at("/data/headers/content-type").textValue()).isEqualTo("application/json");
        assertThat(result.at("/data/headers/idempotency-key").textValue()).isEqualTo("job-1");
        assertThat(result.at("/data/body").textValue()).isEqualTo("{\"n\":1}");
    }

    @Test
    void shouldNeverSendABodyWithGet() throws Exception {
        // when
        var outcome = call("{\"method\": \"GET\", \"url\": \"%s/echo\", \"data\": {\"n\": 1}, \"onlyData\": true}");

        // then
        assertThat(outcome.result().path("body").textValue()).isEmpty();
        assertThat(outcome.result().at("/headers/idempotency-key").isMissingNode())
                .isTrue();
    }

    @Test
    void shouldEncodeForms() throws Exception {
        // when
        var form = call("""
                {"url": "%s/echo", "contentType": "application/x-www-form-urlencoded", "onlyData": true,
                 "data": [{"name": "a", "value": "1 2"}, {"name": "a", "value": 3}, {"name": "b"}, {"name": "", "value": 1}]}""");
        var multipart = call("""
                {"url": "%s/echo", "contentType": "multipart/form-data", "onlyData": true,
                 "data": [{"name": "a\\"", "valueType": "text", "text": "hello"}]}""");
        var file = call("""
                {"url": "%s/echo", "contentType": "multipart/form-data",
                 "data": [{"name": "a", "valueType": "file", "file": {}}]}""");

        // then
        assertThat(form.result().path("body").textValue()).isEqualTo("a=1+2&a=3");
        assertThat(multipart.result().path("body").textValue())
                .contains("name=\"a%22\"")
                .contains("hello");
        assertThat(file.status()).isEqualTo(JobStatus.FAILED);
        assertThat(file.errorCode()).isEqualTo("invalid_body");
    }

    @Test
    void shouldFailWithWhatTheServiceSaid() throws Exception {
        // when
        var failed = call("{\"method\": \"GET\", \"url\": \"%s/status/503\"}");
        var ignored = call("{\"method\": \"GET\", \"url\": \"%s/status/503\", \"ignoreFail\": true}");

        // then
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.errorCode()).as(String.valueOf(failed.result())).isEqualTo("http_503");
        assertThat(failed.result().path("status").intValue()).isEqualTo(503);
        assertThat(failed.result().at("/data/code").intValue()).isEqualTo(503);
        assertThat(failed.result().path("message").textValue()).contains("503");
        assertThat(ignored.status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(ignored.result()).isEqualTo(failed.result());
    }

    @Test
    void shouldAbortWhenTheServiceIsTooSlow() throws Exception {
        // when
        var outcome = call("{\"method\": \"GET\", \"url\": \"%s/never\", \"timeout\": 100}");

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ABORTED);
        assertThat(outcome.errorCode()).isEqualTo("timeout");
        assertThat(outcome.result().path("message").textValue()).isEqualTo("timeout of 100ms exceeded");
        assertThat(outcome.result().path("code").textValue()).isEqualTo("ECONNABORTED");
    }

    @Test
    void shouldNameWhatCannotBeReached() throws Exception {
        // when
        var closed = call("{\"method\": \"GET\", \"url\": \"%s/close\"}");
        var nobody = call("{\"method\": \"GET\", \"url\": \"http://127.0.0.1:9/\"}");

        // then
        assertThat(List.of(closed, nobody)).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(JobStatus.FAILED);
            assertThat(outcome.errorCode()).isEqualTo("connection_failed");
            assertThat(outcome.result().path("message").textValue()).startsWith("Expected an answer of 127.0.0.1");
        });
    }

    @Test
    void shouldRefuseWhatIsNoWebAddress() throws Exception {
        for (var url : List.of("file:///etc/hostname", "relative/path", "", "http://", "ht tp://x")) {
            // when
            var outcome = call("{\"method\": \"GET\", \"url\": \"" + url + "\"}");

            // then
            assertThat(outcome.status()).as(url).isEqualTo(JobStatus.FAILED);
            assertThat(outcome.errorCode()).as(url).isEqualTo("invalid_url");
        }
    }

    @Test
    void shouldFollowRedirectsUpToABound() throws Exception {
        // when
        var once = call("{\"method\": \"POST\", \"url\": \"%s/redirect\", \"data\": {\"a\": 1}, \"onlyData\": true}");
        var forEver = call("{\"method\": \"GET\", \"url\": \"%s/redirect-for-ever\"}");

        // then
        assertThat(once.result().path("method").textValue()).isEqualTo("GET");
        assertThat(once.result().path("query").textValue()).isEqualTo("from=redirect");
        assertThat(forEver.errorCode()).isEqualTo("too_many_redirects");
    }

    @Test
    void shouldAskForEachHopWhetherItsHostIsAllowed() throws Exception {
        // given
        var guarded = new RequestNode(vertx, Optional.of(List.of("127.0.0.1", "*.example.com")), 4, MAX_BYTES);

        // when
        var allowed = call(guarded, "{\"method\": \"GET\", \"url\": \"%s/echo\"}");
        var elsewhere = call(guarded, "{\"method\": \"GET\", \"url\": \"%s/redirect-to-localhost\"}");

        // then
        assertThat(allowed.status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(elsewhere.errorCode()).isEqualTo("host_not_allowed");
        var hosts = new AllowedHosts(List.of("*.example.com"));
        assertThat(hosts.allow("api.example.com")).isTrue();
        assertThat(hosts.allow("a.b.example.com")).isFalse();
        assertThat(hosts.allow("example.com")).isFalse();
        assertThat(hosts.allow("evilexample.com")).isFalse();
    }

    @Test
    void shouldBoundTheAnswer() throws Exception {
        // when
        var outcome = call("{\"method\": \"GET\", \"url\": \"%s/big\"}");

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.FAILED);
        assertThat(outcome.errorCode()).as(String.valueOf(outcome.result())).isEqualTo("payload_too_large");
    }

    private static Outcome call(String config) throws Exception {
        return call(node, config);
    }

    private static Outcome call(RequestNode by, String config) throws Exception {
        JsonNode resolved = Json.parse(config.replace("%s", "http://127.0.0.1:" + server.actualPort()));
        var step = new Step("execution", "job-1", "workflow", "node", 1, resolved, Optional.empty(), List.of());
        return by.handle(step).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void serve(HttpServerRequest request) {
        switch (request.path()) {
            case "/echo" -> echo(request);
            case "/status/503" ->
                request.response()
                        .setStatusCode(503)
                        .putHeader("content-type", "application/json")
                        .end("{\"code\": 503}");
            case "/never" -> request.response().setChunked(true);
            case "/close" -> request.connection().close();
            case "/redirect" -> redirect(request, "/echo?from=redirect");
            case "/redirect-for-ever" -> redirect(request, "/redirect-for-ever");
            case "/redirect-to-localhost" -> redirect(request, "http://localhost:" + server.actualPort() + "/echo");
            case "/big" -> request.response().end("x".repeat(MAX_BYTES + 1));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().setStatusCode(302).putHeader("location", location).end();
    }

    private static void echo(HttpServerRequest request) {
        request.bodyHandler(body -> {
            var headers = Json.object();
            request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
            var answer = Json.object()
                    .put("method", request.method().name())
                    .put("query", request.query())
                    .put("body", body.toString());
            answer.set("headers", headers);
            request.response().putHeader("content-type", "application/json").end(Json.text(answer));
        });
    }
}
