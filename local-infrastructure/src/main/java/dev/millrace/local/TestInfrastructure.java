package dev.millrace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * One broker and one database for all tests of a JVM: each starts when it is first asked for, on a free port and a
 * temporary folder, and goes with the JVM.
 */
public final class TestInfrastructure {
    private static Kafka kafka;
    private static Postgres postgres;

    private TestInfrastructure() {}

    /** What a test does while something is down. */
    @FunctionalInterface
    public interface Meanwhile {
        void run() throws Exception;
    }

    private record Kafka(EmbeddedKafka server, Path directory, int port, int controllerPort) {
        static Kafka start(Path directory, int port, int controllerPort) {
            return new Kafka(EmbeddedKafka.start(directory, port, controllerPort), directory, port, controllerPort);
        }
    }

    private record Postgres(EmbeddedPostgres server, Path directory, int port) {
        static Postgres start(Path directory, int port) {
            return new Postgres(EmbeddedPostgres.startWithoutSync(directory, port), directory, port);
        }
    }

    public static synchronized EmbeddedKafka kafka() {
        if (kafka == null) {
            var directory = temporaryFolder("millrace-kafka");
            kafka = Kafka.start(directory, FreePort.find(), FreePort.find());
            atExit(() -> kafka.server().close(), directory);
        }
        return kafka.server();
    }

    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            var directory = temporaryFolder("millrace-postgres");
            postgres = Postgres.start(directory, FreePort.find());
            atExit(() -> postgres.server().close(), directory);
        }
        return postgres.server();
    }

    /** The broker stops, and comes back with the same address and data. */
    public static synchronized void whileKafkaIsAway(Meanwhile meanwhile) throws Exception {
        kafka().close();
        try {
            meanwhile.run();
        } finally {
            kafka = Kafka.start(kafka.directory(), kafka.port(), kafka.controllerPort());
        }
    }

    /** The database is killed, and comes back with the same address and all that was committed. */
    public static synchronized void whilePostgresIsAway(Meanwhile meanwhile) throws Exception {
        postgres().kill();
        try {
            meanwhile.run();
        } finally {
            postgres = Postgres.start(postgres.directory(), postgres.port());
        }
    }

    /** Creates an empty database on {@link #postgres()}. */
    public static void createDatabase(String name) {
        createDatabase(name, "template1");
    }

    /** Creates a copy of a database on {@link #postgres()} that nobody is connected to. */
    public static void createDatabase(String name, String like) {
        try (var connection = postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + like);
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to create database " + name + ", but " + e.getMessage(), e);
        }
    }

    private static Path temporaryFolder(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void atExit(AutoCloseable server, Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
                delete(directory);
            } catch (Exception e) {
                throw new IllegalStateException("Expected to remove " + directory + ", but it failed", e);
            }
        }));
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
