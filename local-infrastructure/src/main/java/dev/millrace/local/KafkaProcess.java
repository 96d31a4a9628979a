package dev.millrace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, so that a test can kill it and start it again on the same ports and folder. */
public final class KafkaProcess implements AutoCloseable {
    private static final long CLOSE_SECONDS = 30;

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private Process process;

    public KafkaProcess(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
        // A test that is broken off must not leave a broker behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Returns at once; whoever needs the broker waits for it, as for any broker. */
    public void start() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaProcess.class.getName(),
                directory.toString(),
                String.valueOf(port),
                String.valueOf(controllerPort));
        try {
            Files.createDirectories(directory);
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    directory.resolveSibling("kafka.log").toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    public void kill() {
        end();
        awaitExit();
    }

    private void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            if (!awaitExit()) {
                end();
            }
        }
    }

    private boolean awaitExit() {
        try {
            return process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param arguments folder, port, controller's port */
    public static void main(String[] arguments) {
        var kafka = EmbeddedKafka.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop Kafka"));
    }
}
