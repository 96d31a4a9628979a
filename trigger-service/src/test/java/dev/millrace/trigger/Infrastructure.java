package dev.millrace.trigger;

import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A broker, a database with a shop in it, and keys for tokens: one of each per test JVM. */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var kafka = TestInfrastructure.kafka();
        var postgres = TestInfrastructure.postgres();
        TestInfrastructure.createDatabase("shop");
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
        // both go with the JVM
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
}
