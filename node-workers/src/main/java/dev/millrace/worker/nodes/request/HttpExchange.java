package dev.millrace.worker.nodes.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.millrace.model.json.Json;
import dev.millrace.worker.sdk.StopSignal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Sends requests, follows redirects hop by hop and reads answers up to a bound. Never fails: failures are answers. */
final class HttpExchange {
    private static final int MAX_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPING_THE_METHOD = Set.of(307, 308);

    private final Vertx vertx;
    private final HttpClient client;
    private final AllowedHosts allowedHosts;
    private final int maxBytes;

    HttpExchange(Vertx vertx, AllowedHosts allowedHosts, int maxConnections, int maxBytes) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDecompressionSupported(true).setKeepAliveTimeout(20),
                new PoolOptions().setHttp1MaxSize(maxConnections));
        this.allowedHosts = allowedHosts;
        this.maxBytes = maxBytes;
    }

    CompletionStage<HttpAnswer> send(RequestConfig config, StopSignal stop) {
        Promise<HttpAnswer> answer = Promise.promise();
        stop.whenStopped(() -> answer.tryComplete(HttpAnswer.Broken.stopped()));
        long timer = vertx.setTimer(
                config.timeout(), late -> answer.tryComplete(HttpAnswer.Broken.timeout(config.timeout())));
        // All of an exchange on one event loop: an answer that ends before its handlers are set cannot be read any
        // more.
        vertx.runOnContext(onLoop -> follow(config, MAX_REDIRECTS, stop)
                .otherwise(failure -> HttpAnswer.Broken.of("connection_failed", describe(config, failure)))
                .onSuccess(answer::tryComplete));
        return answer.future().onComplete(done -> vertx.cancelTimer(timer)).toCompletionStage();
    }

    private Future<HttpAnswer> follow(RequestConfig config, int hopsLeft, StopSignal stop) {
        if (!allowedHosts.allow(config.url().getHost())) {
            return Future.succeededFuture(HttpAnswer.Broken.of(
                    "host_not_allowed",
                    "Expected a host of millrace.worker.request.allowed-hosts, but was "
                            + config.url().getHost()));
        }
        return client.request(options(config))
                .onSuccess(request -> stop.whenStopped(request::reset))
                .compose(request -> config.body() instanceof RequestBody.Bytes bytes
                        ? request.putHeader("content-type", bytes.contentType()).send(bytes.content())
                        : request.send())
                .compose(response -> redirect(config, response)
                        .map(next -> hopsLeft > 0
                                ? follow(next, hopsLeft - 1, stop)
                                : Future.<HttpAnswer>succeededFuture(HttpAnswer.Broken.of(
                                        "too_many_redirects",
                                        "Expected at most " + MAX_REDIRECTS + " redirects, but there are more")))
                        .orElseGet(() -> read(response)));
    }

    private static RequestOptions options(RequestConfig config) {
        var options = new RequestOptions()
                .setAbsoluteURI(config.url().toString())
                .setMethod(HttpMethod.valueOf(config.method()))
                // Bounds an exchange that nobody waits for any more; the timer above speaks to the user.
                .setTimeout(config.timeout() + TimeUnit.SECONDS.toMillis(1));
        config.headers().forEach(header -> options.addHeader(header.getKey(), header.getValue()));
        return options;
    }

    private static Optional<RequestConfig> redirect(RequestConfig config, HttpClientResponse response) {
        var location = response.getHeader("location");
        if (location == null || !REDIRECTS.contains(response.statusCode())) {
            return Optional.empty();
        }
        URI target = config.url().resolve(location);
        boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
        boolean asGet = !KEEPING_THE_METHOD.contains(response.statusCode());
        return web ? Optional.of(config.redirected(target, asGet)) : Optional.empty();
    }

    private Future<HttpAnswer> read(HttpClientResponse response) {
        Promise<HttpAnswer> answer = Promise.promise();
        var body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail);
        response.handler(chunk -> {
            if (body.length() + chunk.length() > maxBytes) {
                answer.tryComplete(HttpAnswer.Broken.of(
                        "payload_too_large", "Expected an answer of at most " + maxBytes + " bytes, but it is longer"));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> answer.tryComplete(received(response, body)));
        return answer.future();
    }

    private static HttpAnswer received(HttpClientResponse response, Buffer body) {
        return new HttpAnswer.Received(
                response.statusCode(),
                response.statusMessage(),
                headers(response),
                data(Optional.ofNullable(response.getHeader("content-type")).orElse(""), body));
    }

    private static ObjectNode headers(HttpClientResponse response) {
        var headers = Json.object();
        for (var name : response.headers().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(", ", response.headers().getAll(name)));
        }
        return headers;
    }

    /** JSON where the answer is JSON, text otherwise; the reference reads any body that parses, and so do we. */
    private static JsonNode data(String contentType, Buffer body) {
        var text = body.toString();
        if (!contentType.contains("json") && !text.startsWith("{") && !text.startsWith("[")) {
            return TextNode.valueOf(text);
        }
        try {
            var parsed = Json.mapper().readTree(text);
            return parsed.isMissingNode() ? TextNode.valueOf(text) : parsed;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static String describe(RequestConfig config, Throwable failure) {
        return "Expected an answer of " + config.url().getAuthority() + ", but "
                + Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }
}
