package dev.millrace.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class KafkaConfigurationTest {
    @Test
    void shouldTakeSecurityAndTimeouts() {
        // given
        var config = config(
                Map.of(
                        "kafka.bootstrap.servers", "a:1,b:2",
                        "kafka.security.protocol", "SASL_SSL",
                        "kafka.sasl.mechanism", "PLAIN",
                        "kafka.ssl.truststore.location", "/trust.jks",
                        "kafka.request.timeout.ms", "5000"),
                Map.of());
        // when
        var settings = KafkaConfiguration.read(config);
        // then
        assertThat(settings.bootstrapServers()).isEqualTo("a:1,b:2");
        assertThat(List.of(settings.common(), settings.producer(), settings.consumer("g"), settings.reader()))
                .allSatisfy(client -> assertThat(client)
                        .containsEntry("security.protocol", "SASL_SSL")
                        .containsEntry("sasl.mechanism", "PLAIN")
                        .containsEntry("ssl.truststore.location", "/trust.jks")
                        .containsEntry("request.timeout.ms", "5000"));
    }

    @Test
    void shouldTakeEnvironmentVariables() {
        // given
        var config = config(
                Map.of("kafka.bootstrap.servers", "a:1", "kafka.security.protocol", "PLAINTEXT"),
                Map.of("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT", "KAFKA_HOME", "/opt/kafka"));
        // then
        assertThat(KafkaConfiguration.read(config).extra()).isEqualTo(Map.of("security.protocol", "SASL_PLAINTEXT"));
    }

    @Test
    void shouldLeaveToTheServicesWhatTheirPromisesRestOn() {
        // given
        var config = config(
                Map.of(
                        "kafka.bootstrap.servers", "a:1",
                        "kafka.acks", "0",
                        "kafka.enable.auto.commit", "true",
                        "kafka.group.id", "all",
                        "kafkaesque", "yes"),
                Map.of());
        // then
        assertThat(KafkaConfiguration.read(config).extra()).isEmpty();
    }

    private static Config config(Map<String, String> properties, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(properties)
                .withSources(new EnvConfigSource(environment, 300))
                .build();
    }
}
