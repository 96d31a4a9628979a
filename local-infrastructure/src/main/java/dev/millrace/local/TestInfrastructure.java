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
    private static EmbeddedKafka kafka;
    private static EmbeddedPostgres postgres;

    private TestInfrastructure() {}

    public static synchronized EmbeddedKafka kafka() {
        if (kafka == null) {
            var directory = temporaryFolder("millrace-kafka");
            kafka = EmbeddedKafka.start(directory, FreePort.find(), FreePort.find());
            atExit(kafka, directory);
        }
        return kafka;
    }

    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            var directory = temporaryFolder("millrace-postgres");
            postgres = EmbeddedPostgres.start(directory, FreePort.find());
            atExit(postgres, directory);
        }
        return postgres;
    }

    /** Creates an empty database on {@link #postgres()}. */
    public static void createDatabase(String name) {
        try (var connection = postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
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
