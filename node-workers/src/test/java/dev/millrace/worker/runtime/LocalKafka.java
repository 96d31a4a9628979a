package dev.millrace.worker.runtime;

import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a real broker. */
public class LocalKafka implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers",
                TestInfrastructure.kafka().bootstrapServers(),
                "millrace.env.TOKEN",
                "s3cr3t-token",
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        // The broker is shared by all tests of this JVM and goes with it.
    }
}
