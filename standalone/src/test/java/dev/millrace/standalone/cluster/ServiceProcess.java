package dev.millrace.standalone.cluster;

import static org.awaitility.Awaitility.await;

import dev.millrace.local.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as an operator runs it: its packaged application in a process of its own, configured by its environment. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(6);
    private static final long CLOSE_SECONDS = 40;

    private final String module;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = FreePort.find();
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    /** @param name of the log file in the folder */
    ServiceProcess(String module, String name, Path folder, Map<String, String> environment) {
        this.module = module;
        this.environment = environment;
        this.log = folder.resolve(name + ".log");
        // A test that is broken off must not leave a process behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    private void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    void start() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                // As in StandaloneProcess: it does not live long enough for C2.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar")
                        .toString());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        end();
        process.waitFor();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    void awaitReady() {
        await().atMost(READY).pollInterval(Duration.ofMillis(200)).until(this::ready);
    }

    private boolean ready() throws InterruptedException, IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "Expected " + module + " to start, but it ended:\n" + Files.readString(log));
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it politely. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                end();
            }
        }
    }
}
