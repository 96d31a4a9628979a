package dev.millrace.standalone;

import dev.millrace.local.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The few things that can be set for the standalone, all by environment variables.
 *
 * @param host address to listen on, {@code MILLRACE_HOST}, loopback unless set
 * @param port of HTTP, {@code MILLRACE_PORT}, 8080 unless set
 * @param data folder of everything durable, {@code MILLRACE_DATA}, {@code ./data} unless set
 * @param postgresPort {@code MILLRACE_PG_PORT}, 5433 unless set
 * @param kafkaPort {@code MILLRACE_KAFKA_PORT}, 9093 unless set; the controller takes the next one
 * @param postgresPassword of role millrace, {@code MILLRACE_PG_PASSWORD}
 */
record StandaloneSettings(String host, int port, Path data, int postgresPort, int kafkaPort, String postgresPassword) {
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_POSTGRES_PORT = 5433;
    private static final int DEFAULT_KAFKA_PORT = 9093;

    /** Left to Kafka's controller, which takes the port after the broker's. */
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException with a sentence for the person at the command line */
    static StandaloneSettings fromEnvironment(Map<String, String> environment) {
        return new StandaloneSettings(
                environment.getOrDefault("MILLRACE_HOST", "127.0.0.1"),
                port(environment, "MILLRACE_PORT", DEFAULT_PORT),
                Path.of(environment.getOrDefault("MILLRACE_DATA", "data"))
                        .toAbsolutePath()
                        .normalize(),
                port(environment, "MILLRACE_PG_PORT", DEFAULT_POSTGRES_PORT),
                port(environment, "MILLRACE_KAFKA_PORT", DEFAULT_KAFKA_PORT),
                environment.getOrDefault("MILLRACE_PG_PASSWORD", "millrace"));
    }

    int kafkaControllerPort() {
        return kafkaPort + 1;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** A sentence about the first port that cannot be listened on, and how to take another one. */
    Optional<String> findPortProblem() {
        var all = wantedPorts();
        var variables = new HashMap<Integer, String>();
        for (var wanted : all) {
            var other = variables.putIfAbsent(wanted.port(), wanted.variable());
            if (other != null) {
                return Optional.of("Expected a port for each, but " + wanted.variable() + " and " + other
                        + " both take " + wanted.port() + ". Set one of them to another port.");
            }
        }
        return all.stream()
                .filter(wanted -> FreePort.isTaken(wanted.port()) && !isHeldByOurLeftover(wanted.port()))
                .map(wanted -> "Expected port " + wanted.port() + " to be free, but another program listens there."
                        + " Stop it, or set " + wanted.variable() + " to another port.")
                .findFirst();
    }

    private record Wanted(String variable, int port) {}

    private List<Wanted> wantedPorts() {
        return List.of(
                new Wanted("MILLRACE_PORT", port),
                new Wanted("MILLRACE_KAFKA_PORT", kafkaPort),
                new Wanted("MILLRACE_KAFKA_PORT (and the next one)", kafkaControllerPort()),
                new Wanted("MILLRACE_PG_PORT", postgresPort));
    }

    /** A PostgreSQL that a killed Millrace left behind on this data folder is ended at the start and holds nobody up. */
    private boolean isHeldByOurLeftover(int wanted) {
        return wanted == postgresPort
                && data.resolve("postgres/postmaster.pid").toFile().exists();
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var text = environment.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, with the name of the variable
        }
        throw new IllegalArgumentException(
                "Expected " + name + " to be a port from 1 to " + (HIGHEST_PORT - 1) + ", but it is " + text + ".");
    }
}
