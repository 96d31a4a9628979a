package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.local.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneSettingsTest {
    private final int first = FreePort.findNeighbours(4);

    @TempDir
    Path data;

    @Test
    void shouldFindNoProblemWithFreePorts() {
        assertThat(settings(first, first + 1, first + 2).findPortProblem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldSayWhichOfAllPortsIsTaken(int offset) throws IOException {
        // given: the last one is the controller's, which has no variable of its own
        try (var other = new ServerSocket(first + offset, 1, InetAddress.getLoopbackAddress())) {
            // when
            var problem = settings(first, first + 1, first + 2).findPortProblem();
            // then
            assertThat(problem).hasValueSatisfying(sentence -> assertThat(sentence)
                    .startsWith("Expected port " + other.getLocalPort() + " to be free, but")
                    .contains("MILLRACE_"));
        }
    }

    @Test
    void shouldTakeOverFromThePostgresThatAKilledStandaloneLeft() throws IOException {
        // given
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/postmaster.pid"), "1");
        try (var left = new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress())) {
            // when
            var problem = settings(first, left.getLocalPort(), first + 2).findPortProblem();
            // then
            assertThat(problem).isEmpty();
        }
    }

    @Test
    void shouldRefuseOnePortForTwoThings() {
        assertThat(settings(first + 3, first, first + 2).findPortProblem())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Expected a port for each, but")
                        .contains("MILLRACE_PORT", "MILLRACE_KAFKA_PORT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "65535", "70000", "8080.5"})
    void shouldRefuseWhatIsNoPort(String text) {
        assertThatThrownBy(() -> StandaloneSettings.fromEnvironment(Map.of("MILLRACE_KAFKA_PORT", text)))
                .hasMessage("Expected MILLRACE_KAFKA_PORT to be a port from 1 to 65534, but it is " + text + ".");
    }

    private StandaloneSettings settings(int http, int postgres, int kafka) {
        return StandaloneSettings.fromEnvironment(Map.of(
                "MILLRACE_PORT", String.valueOf(http),
                "MILLRACE_PG_PORT", String.valueOf(postgres),
                "MILLRACE_KAFKA_PORT", String.valueOf(kafka),
                "MILLRACE_DATA", data.toString()));
    }
}
