package dev.millrace.orchestrator.host;

import dev.millrace.messaging.KafkaConfiguration;
import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.host.book.DatabaseSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** The host's settings from the application's configuration. */
@ApplicationScoped
public class HostConfig {
    private static final String CACHE = "millrace.orchestrator.cache.";
    private static final int OTHER_CONNECTIONS = 2;

    private final Config config;

    HostConfig(Config config) {
        this.config = config;
    }

    HostSettings settings() {
        int threads = integer("millrace.orchestrator.threads");
        return new HostSettings(
                KafkaConfiguration.read(config),
                new Topics(text("millrace.topics.prefix")),
                integer("millrace.topics.partitions"),
                database(threads + OTHER_CONNECTIONS),
                threads,
                integer(CACHE + "executions"),
                config.getValue(CACHE + "bytes", Long.class),
                config.getValue("millrace.orchestrator.event-keys.keep", Duration.class),
                limits());
    }

    private Limits limits() {
        return new Limits(
                integer("millrace.orchestrator.limits.nodes-per-turn"),
                config.getValue(Limits.RESULT_BYTES, Long.class),
                integer(Limits.LOOP_PASSES),
                integer(Limits.NODE_RUNS),
                integer(Limits.COLLECTED));
    }

    private DatabaseSettings database(int connections) {
        return new DatabaseSettings(
                text("quarkus.datasource.jdbc.url"),
                text("quarkus.datasource.reactive.url"),
                text("quarkus.datasource.username"),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""),
                connections);
    }

    private String text(String key) {
        return config.getValue(key, String.class);
    }

    private int integer(String key) {
        return config.getValue(key, Integer.class);
    }
}
