package dev.millrace.benchmarks.standalone;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.Console;
import dev.millrace.benchmarks.measure.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product under measurement: a child process on free ports and a data folder that goes with it. */
public final class Standalone implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(45);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final String DEFAULT_JAVA_OPTIONS = "-Xmx2g";
    private static final int PASSWORD_BYTES = 16;
    private static final int SHOWN_LINES = 30;

    private final TemporaryFolder folder;
    private final Process process;
    private final Ports ports;
    private final String adminPassword;

    /** Where the standalone listens; Kafka's controller takes the port after the broker's. */
    private record Ports(int http, int postgres, int kafka) {
        static Ports free() {
            int first = FreePorts.neighbours(4);
            return new Ports(first, first + 1, first + 2);
        }
    }

    private Standalone(TemporaryFolder folder, Process process, Ports ports, String adminPassword) {
        this.folder = folder;
        this.process = process;
        this.ports = ports;
        this.adminPassword = adminPassword;
    }

    /** Starts it and waits until it is ready; ends it with this JVM, however that ends. */
    public static Standalone start(Path jar) {
        var folder = TemporaryFolder.create();
        var ports = Ports.free();
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var standalone = new Standalone(folder, launch(jar, folder.path(), ports, password), ports, password);
        Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "end the standalone"));
        standalone.awaitReady();
        return standalone;
    }

    public int port() {
        return ports.http();
    }

    public String adminPassword() {
        return adminPassword;
    }

    public JustInTimeCompiler compiler() {
        return JustInTimeCompiler.of(process.pid());
    }

    public String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database + "?user=millrace&password=millrace";
    }

    /** The options that the product's JVM runs with. */
    public static List<String> javaOptions() {
        var given = System.getenv().getOrDefault("MILLRACE_JAVA_OPTS", DEFAULT_JAVA_OPTIONS);
        List<String> options = new ArrayList<>(List.of(given.strip().split("\\s+")));
        options.add("-XX:+UseParallelGC");
        return options;
    }

    private static Process launch(Path jar, Path folder, Ports ports, String password) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions());
        command.addAll(List.of("-jar", jar.toString(), "up"));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(folder).toFile());
        var environment = builder.environment();
        environment.put("MILLRACE_HOST", "127.0.0.1");
        environment.put("MILLRACE_PORT", String.valueOf(ports.http()));
        environment.put("MILLRACE_PG_PORT", String.valueOf(ports.postgres()));
        environment.put("MILLRACE_KAFKA_PORT", String.valueOf(ports.kafka()));
        environment.put("MILLRACE_DATA", data(folder).toString());
        environment.put("MILLRACE_ADMIN_PASSWORD", password);
        environment.put("MILLRACE_PG_PASSWORD", "millrace");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BenchFailure("Expected to start the standalone, but it could not be started", e);
        }
    }

    private void awaitReady() {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long started = System.nanoTime();
        while (!isReady(client, request)) {
            if (!process.isAlive() || Waiting.secondsSince(started) > READY_WITHIN.toSeconds()) {
                var what = process.isAlive() ? "was not ready within " + READY_WITHIN.toSeconds() + " s" : "ended";
                throw new BenchFailure("Expected the standalone to become ready, but it " + what + ":\n" + lastWords());
            }
            Waiting.pause(LOOK_EVERY);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYetListening) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Expected the standalone to become ready, but the wait was interrupted", e);
        }
    }

    private String lastWords() {
        return lastLines(output(folder.path())) + "\n"
                + lastLines(data(folder.path()).resolve("millrace.log"));
    }

    private static String lastLines(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(no " + file.getFileName() + ")";
        }
    }

    @Override
    public synchronized void close() {
        if (process.isAlive()) {
            Console.say("Ending the standalone, process " + process.pid());
            process.destroy();
            if (!endedInTime()) {
                process.destroyForcibly();
            }
        }
        LeftoverDatabase.end(data(folder.path()).resolve("postgres"));
        folder.close();
    }

    private boolean endedInTime() {
        try {
            return process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path output(Path folder) {
        return folder.resolve("standalone.out");
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }
}
