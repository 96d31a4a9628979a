package dev.millrace.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The standalone's own use of the REST API. */
final class Api {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final StandaloneSettings settings;
    private final OwnToken token;

    Api(StandaloneSettings settings, OwnToken token) {
        this.settings = settings;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {}

    /** @throws IllegalStateException when the services are not ready in time; the message names who is not */
    void awaitReady(Duration patience) throws IOException, InterruptedException {
        var until = Instant.now().plus(patience);
        var health = new Answer(0, Json.object());
        while (Instant.now().isBefore(until)) {
            health = health();
            if (health.status() == 200) {
                return;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new IllegalStateException("Expected the services to be ready, but " + health.body());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private Answer health() throws IOException, InterruptedException {
        try {
            return send(request("/q/health/ready").GET());
        } catch (ConnectException e) {
            return new Answer(0, Json.object());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port() + path))
                .timeout(TIMEOUT)
                .header("authorization", "Bearer " + token.issue());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        var body = response.body().length == 0 ? Json.object() : Json.mapper().readTree(response.body());
        return new Answer(response.statusCode(), body);
    }
}
