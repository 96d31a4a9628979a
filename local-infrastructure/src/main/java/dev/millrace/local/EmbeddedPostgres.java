package dev.millrace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A durable PostgreSQL with logical WAL as a child process of this JVM, on loopback only; its superuser is postgres. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Path directory;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    /** Starts on the data of the directory, which is initialised when it is new. A server left over from a crash is ended. */
    public static EmbeddedPostgres start(Path directory, int port) {
        return start(directory, port, true);
    }

    /**
     * As {@link #start}, but it does not wait for the disk: what was committed outlives the server, also one that is killed,
     * but not a crash of the machine.
     */
    public static EmbeddedPostgres startWithoutSync(Path directory, int port) {
        return start(directory, port, false);
    }

    private static EmbeddedPostgres start(Path directory, int port, boolean synced) {
        try {
            Files.createDirectories(directory);
            LeftoverPostgres.stop(directory);
            return new EmbeddedPostgres(builder(directory, port, synced).start(), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A superuser's connection. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
    }

    /** As {@code kill -9} of the server does: nothing is written any more, clients are cut off. Its folder can be started again. */
    public void kill() {
        try {
            LeftoverPostgres.stop(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(
            Path directory, int port, boolean synced) {
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(STARTUP_WAIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library starts the server with these three off, for throw-away tests; an accepted event is never
                // lost.
                .setServerConfig("fsync", synced ? "on" : "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        settings().forEach(builder::setServerConfig);
        return builder;
    }

    /** Of a server that all services share, wherever it runs: all but its addresses and folders. */
    public static Map<String, String> settings() {
        return Map.of(
                "wal_level", "logical",
                "max_replication_slots", "10",
                "max_wal_senders", "10",
                "max_connections", "200",
                "shared_buffers", "256MB",
                "max_wal_size", "2GB");
    }
}
