package dev.millrace.testing;

import dev.millrace.local.FreePort;
import java.sql.SQLException;

/**
 * One broker and one database for all tests of a JVM: each starts when it is first asked for, on a free port, and goes with
 * the JVM, and its data too. They are embedded, or, with {@code -Dmillrace.test.servers=containers}, the images that
 * production runs.
 */
public final class TestInfrastructure {
    private static final Servers SERVERS = Servers.of(System.getProperty(Servers.PROPERTY));

    private static TestServer kafka;
    private static TestServer postgres;

    private TestInfrastructure() {}

    /** What a test does while something is down. */
    @FunctionalInterface
    public interface Meanwhile {
        void run() throws Exception;
    }

    public static synchronized TestKafka kafka() {
        if (kafka == null) {
            kafka = started(SERVERS.kafka(FreePort.find()));
        }
        return new TestKafka(kafka);
    }

    public static synchronized TestPostgres postgres() {
        if (postgres == null) {
            postgres = started(SERVERS.postgres(FreePort.find()));
        }
        return new TestPostgres(postgres);
    }

    private static TestServer started(TestServer server) {
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
        return server;
    }

    /** The broker stops, and comes back with the same address and data. */
    public static synchronized void whileKafkaIsAway(Meanwhile meanwhile) throws Exception {
        kafka();
        whileAway(kafka, meanwhile);
    }

    /** The database is killed, and comes back with the same address and all that was committed. */
    public static synchronized void whilePostgresIsAway(Meanwhile meanwhile) throws Exception {
        postgres();
        whileAway(postgres, meanwhile);
    }

    private static void whileAway(TestServer server, Meanwhile meanwhile) throws Exception {
        server.goAway();
        try {
            meanwhile.run();
        } finally {
            server.start();
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
}
