package dev.millrace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void shouldBeEmbeddedUnlessToldOtherwise() {
        assertThat(Servers.of(null)).isEqualTo(Servers.EMBEDDED);
        assertThat(Servers.of("embedded")).isEqualTo(Servers.EMBEDDED);
        assertThat(Servers.of("containers")).isEqualTo(Servers.CONTAINERS);
    }

    @Test
    void shouldRefuseServersThatAreUnknown() {
        assertThatThrownBy(() -> Servers.of("cloud"))
                .hasMessage("Expected millrace.test.servers to be one of embedded, containers, but it is cloud");
    }

    @Test
    void shouldGiveContainersTheSettingsOfTheEmbeddedServers() {
        assertThat(Containers.kafkaEnvironment(1234))
                .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:1234")
                .containsEntry("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(9 * 1024 * 1024))
                .containsEntry("KAFKA_PROCESS_ROLES", "broker,controller");
        assertThat(Containers.postgresCommand()).startsWith("postgres", "-c").contains("wal_level=logical");
    }
}
