package dev.millrace.trigger;

import dev.millrace.local.EmbeddedKafka;
import dev.millrace.local.EmbeddedPostgres;
import dev.millrace.local.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;

/** A broker, a database with a shop in it, and keys for tokens: one of each per test JVM. */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {
    private EmbeddedKafka kafka;
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        kafka = EmbeddedKafka.start(directory("kafka"), FreePort.find(), FreePort.find());
        postgres = EmbeddedPostgres.start(directory("postgres"), FreePort.find());
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database shop");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var keys = keys();
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "millrace.data-sources.shop.host", "127.0.0.1",
                "millrace.data-sources.shop.port", String.valueOf(postgres.port()),
                "millrace.data-sources.shop.user", "postgres",
                "test.jdbc", postgres.jdbcUrl("shop"),
                "test.private-key",
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                "mp.jwt.verify.publickey",
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "mp.jwt.verify.issuer", "test");
    }

    @Override
    public void stop() {
        postgres.close();
        kafka.close();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory(String name) {
        try {
            return Files.createTempDirectory("millrace-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
