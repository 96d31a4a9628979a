package dev.millrace.orchestrator.api;

import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A real broker and database for the application under test, with a database and topics of its own; and who signs in. */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {
    static final String PREFIX = "api-test.";
    private static final String DATABASE = "orchestrator_api";
    private static final String ISSUER = "millrace";
    private static final KeyPair KEYS = keys();

    @Override
    public Map<String, String> start() {
        var postgres = TestInfrastructure.postgres();
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var config = new HashMap<String, String>();
        config.put("kafka.bootstrap.servers", TestInfrastructure.kafka().bootstrapServers());
        config.put("millrace.topics.prefix", PREFIX);
        config.put("millrace.topics.partitions", "2");
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE));
        config.put("quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + postgres.port() + "/" + DATABASE);
        config.put("quarkus.datasource.username", "postgres");
        config.put("quarkus.datasource.password", "postgres");
        config.put("mp.jwt.verify.issuer", ISSUER);
        config.put(
                "mp.jwt.verify.publickey",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        config.put("millrace.orchestrator.node-test.timeout", "5S");
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    @Override
    public void stop() {
        // Broker and database are shared by all tests of this JVM and go with it.
    }

    static String token(String user, String... roles) {
        return Jwt.issuer(ISSUER).upn(user).groups(Set.of(roles)).sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
