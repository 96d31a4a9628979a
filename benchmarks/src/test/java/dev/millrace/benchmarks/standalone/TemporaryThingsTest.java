package dev.millrace.benchmarks.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryThingsTest {
    @Test
    void shouldFindNeighboursThatCanAllBeTaken() throws IOException {
        // when
        int first = FreePorts.neighbours(3);

        // then
        for (int port = first; port < first + 3; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(socket.getLocalPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void shouldDeleteTheFolderWithAllThatIsInIt() throws IOException {
        // given
        var folder = TemporaryFolder.create();
        Files.createDirectories(folder.path().resolve("data/postgres"));
        Files.writeString(folder.path().resolve("data/postgres/file"), "content");

        // when
        folder.close();

        // then
        assertThat(folder.path()).doesNotExist();
        assertThatCode(folder::close).doesNotThrowAnyException();
    }

    @Test
    void shouldEndADatabaseThatWasLeftRunning(@TempDir Path postgres) throws IOException {
        // given
        var process = new ProcessBuilder("sleep", "300").start();
        Files.writeString(postgres.resolve("postmaster.pid"), process.pid() + "\n/some/folder\n");

        // when
        LeftoverDatabase.end(postgres);

        // then
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void shouldHaveNothingToEndAfterACleanStop(@TempDir Path postgres) {
        assertThatCode(() -> LeftoverDatabase.end(postgres)).doesNotThrowAnyException();
    }
}
