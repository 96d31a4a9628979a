package dev.millrace.standalone;

import dev.millrace.local.FreePort;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

    /** A sentence about the first port that another program holds, and how to take another one. */
    Optional<String> findTakenPort() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("MILLRACE_PORT", port);
        ports.put("MILLRACE_KAFKA_PORT", kafkaPort);
        // A PostgreSQL that a killed Millrace left behind on this data folder is ended at the start and holds nobody
        // up.
        if (!data.resolve("postgres/postmaster.pid").toFile().exists()) {
            ports.put("MILLRACE_PG_PORT", postgresPort);
        }
        return ports.entrySet().stream()
                .filter(entry -> FreePort.isTaken(entry.getValue()))
                .map(entry -> "Expected port " + entry.getValue() + " to be free, but another program listens there."
                        + " Stop it, or set " + entry.getKey() + " to another port.")
                .findFirst();
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var text = environment.get(name);
        return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.strip());
    }
}
