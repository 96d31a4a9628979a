package dev.millrace.testing;

import dev.millrace.local.EmbeddedKafka;
import dev.millrace.local.EmbeddedPostgres;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The images that production runs, with the settings of the embedded servers. */
final class Containers {
    /** Of the same version as the client and the embedded broker. */
    static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");

    static final DockerImageName POSTGRES = DockerImageName.parse("postgres:17");

    private static final int KAFKA_PORT = 9092;
    private static final int CONTROLLER_PORT = 9093;
    private static final int POSTGRES_PORT = 5432;

    private Containers() {}

    static TestServer kafka(int port) {
        var container = new GenericContainer<>(KAFKA).withEnv(kafkaEnvironment(port));
        return new ContainerServer(
                container, port, KAFKA_PORT, ContainerServer.Departure.STOPPED, () -> describeCluster(port));
    }

    static TestServer postgres(int port) {
        var container = new GenericContainer<>(POSTGRES)
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                .withCommand(postgresCommand())
                // It starts twice: the first time only to be initialised.
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2));
        return new ContainerServer(
                container, port, POSTGRES_PORT, ContainerServer.Departure.KILLED, () -> connect(port));
    }

    /** The image turns {@code KAFKA_LOG_DIRS} into {@code log.dirs}. */
    static Map<String, String> kafkaEnvironment(int port) {
        var settings = new HashMap<>(EmbeddedKafka.settings());
        settings.put("controller.quorum.voters", "1@localhost:" + CONTROLLER_PORT);
        settings.put("listeners", "PLAINTEXT://:" + KAFKA_PORT + ",CONTROLLER://:" + CONTROLLER_PORT);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", "/tmp/kraft-combined-logs");
        var environment = new HashMap<String, String>();
        settings.forEach((name, value) ->
                environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    static String[] postgresCommand() {
        var settings = EmbeddedPostgres.settings().entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()));
        return Stream.concat(Stream.of("postgres"), settings).toArray(String[]::new);
    }

    private static void describeCluster(int port) throws Exception {
        var settings = Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, List.of("127.0.0.1:" + port));
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
        }
    }

    private static void connect(int port) throws Exception {
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "")
                .close();
    }
}
