package dev.millrace.benchmarks.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.benchmarks.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The product's REST contract, as far as the bench needs it. Not used while a figure is taken. */
public final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int PAGE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String base;
    private final String token;

    public Api(int port, String adminPassword) {
        this.base = "http://127.0.0.1:" + port;
        var login = mapper.createObjectNode().put("username", "admin").put("password", adminPassword);
        this.token = send("POST", "/api/auth/token", login, null).path("token").asText();
    }

    /** Creates the workflow and enables it. */
    public void install(WorkflowDocument document) {
        var created = send("POST", "/api/workflows", document.json(), token);
        if (!created.path("enabled").asBoolean()) {
            send("POST", "/api/workflows/" + created.path("id").asText() + "/enable", null, token);
        }
    }

    /** Makes a new table of the data source known at once. */
    public void refresh(String dataSource) {
        send("POST", "/api/data-sources/" + dataSource + "/refresh", null, token);
    }

    /** Counts page by page what the product itself reports as done. */
    public long countResolved(String workflowKey) {
        long count = 0;
        String cursor = null;
        do {
            var page = executions(workflowKey, cursor, PAGE);
            count += page.path("items").size();
            cursor = page.path("nextCursor").isTextual()
                    ? page.path("nextCursor").textValue()
                    : null;
        } while (cursor != null);
        return count;
    }

    /** How many jobs one done execution of the workflow has on record. */
    public int jobsOfOne(String workflowKey) {
        var items = executions(workflowKey, null, 1).path("items");
        if (items.isEmpty()) {
            throw new BenchFailure("Expected an execution of " + workflowKey + " to be RESOLVED, but there is none");
        }
        var id = items.get(0).path("id").asText();
        return send("GET", "/api/executions/" + id, null, token).path("jobs").size();
    }

    private JsonNode executions(String workflowKey, String cursor, int limit) {
        var path = "/api/executions?status=RESOLVED&limit=" + limit + "&workflowKey=" + encoded(workflowKey);
        return send("GET", cursor == null ? path : path + "&cursor=" + encoded(cursor), null, token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(String method, String path, JsonNode body, String bearer) {
        var what = method + " " + path;
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
            if (bearer != null) {
                request.header("Authorization", "Bearer " + bearer);
            }
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new BenchFailure("Expected " + what + " to succeed, but it answered " + response.statusCode()
                        + " " + response.body());
            }
            return response.body().isBlank() ? mapper.createObjectNode() : mapper.readTree(response.body());
        } catch (IOException e) {
            throw new BenchFailure("Expected " + what + " to answer, but it did not", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Expected " + what + " to answer, but the wait was interrupted", e);
        }
    }
}
