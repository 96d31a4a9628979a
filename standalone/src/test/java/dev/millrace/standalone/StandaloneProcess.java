package dev.millrace.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.local.FreePort;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The standalone as its user runs it: the packaged jar in a process of its own. */
final class StandaloneProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    static final String PASSWORD = "first-login-of-a-test";

    private final Path data;
    private final Map<String, String> ports;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private String token;

    private StandaloneProcess(Path data) {
        this.data = data;
        // Kafka's controller takes the port after the broker's.
        int kafka = FreePort.findNeighbours(2);
        this.ports = Map.of(
                "MILLRACE_PORT", String.valueOf(FreePort.find()),
                "MILLRACE_PG_PORT", String.valueOf(FreePort.find()),
                "MILLRACE_KAFKA_PORT", String.valueOf(kafka));
    }

    static StandaloneProcess on(Path data) {
        return new StandaloneProcess(data);
    }

    StandaloneProcess start() throws Exception {
        process = launch("up");
        Awaitility.await().atMost(READY).pollInterval(Duration.ofMillis(200)).until(this::ready);
        token = post("/api/auth/token", Json.object().put("username", "admin").put("password", PASSWORD))
                .body()
                .path("token")
                .asText();
        return this;
    }

    /** Starts it with another command, without waiting for anything. */
    Process launch(String command) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                // It does not live long enough for C2: the compiling took more of the cores than it saved.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString(),
                command);
        builder.environment().putAll(ports);
        builder.environment().put("MILLRACE_DATA", data.toString());
        builder.environment().put("MILLRACE_ADMIN_PASSWORD", PASSWORD);
        Files.createDirectories(data);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        return builder.start();
    }

    /** As {@code kill -9} does. The PostgreSQL child is left behind, as it is in life. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    Path data() {
        return data;
    }

    /** Ends it politely. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    String output() {
        try {
            return Files.readString(console());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection shop() throws SQLException {
        return database("shop");
    }

    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.get("MILLRACE_PG_PORT") + "/" + name, "millrace", "millrace");
    }

    /** As clients other than Java's take it. */
    String shopUrl() {
        return "postgresql://millrace:millrace@127.0.0.1:" + ports.get("MILLRACE_PG_PORT") + "/shop";
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.get("MILLRACE_KAFKA_PORT");
    }

    int port() {
        return Integer.parseInt(ports.get("MILLRACE_PORT"));
    }

    record Answer(int status, JsonNode body) {}

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    Answer post(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path).header("content-type", "application/json").POST(body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.body().length == 0 ? Json.object() : Json.mapper().readTree(response.body()));
    }

    private boolean ready() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Expected the standalone to start, but it ended:\n" + output());
        }
        try {
            return get("/q/health/ready").status() == 200 && output().contains("Millrace is ready");
        } catch (IOException e) {
            return false;
        }
    }

    private Path console() {
        return data.resolve("console.txt");
    }
}
