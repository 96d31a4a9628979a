package dev.millrace.definition;

import dev.millrace.definition.identity.SigningKeys;
import dev.millrace.local.FreePort;
import dev.millrace.testing.TestInfrastructure;
import dev.millrace.testing.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One PostgreSQL and one Kafka for the tests of this JVM, on free ports. */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "a password for tests";

    @Override
    public Map<String, String> start() {
        var kafka = TestInfrastructure.kafka();
        var postgres = TestInfrastructure.postgres();
        createShop(postgres);
        Map<String, String> config =
                new HashMap<>(SigningKeys.inFile(temporaryDirectory().resolve("signing-key")));
        config.put("quarkus.http.test-port", "0");
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("postgres"));
        config.put("quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + postgres.port() + "/postgres");
        config.put("quarkus.datasource.username", "postgres");
        config.put("quarkus.datasource.password", "postgres");
        config.put("millrace.admin.password", PASSWORD);
        config.put("millrace.definition.max-document-size", "20000");
        config.put("millrace.definition.max-sample-size", "2000");
        config.put("millrace.definition.outbox-sweep", "0.2S");
        config.put("millrace.data-sources.shop.host", "127.0.0.1");
        config.put("millrace.data-sources.shop.port", String.valueOf(postgres.port()));
        config.put("millrace.data-sources.shop.database", "postgres");
        config.put("millrace.data-sources.shop.user", "postgres");
        config.put("millrace.data-sources.shop.password", "postgres");
        config.put("millrace.data-sources.shop.ledger", "false");
        config.put("millrace.data-sources.away.host", "127.0.0.1");
        config.put("millrace.data-sources.away.port", String.valueOf(FreePort.find()));
        config.put("millrace.default-data-source", "shop");
        return config;
    }

    @Override
    public void stop() {
        // both servers go with the JVM
    }

    private static void createShop(TestPostgres postgres) {
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table posts (id bigint primary key, title text)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("definition-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
