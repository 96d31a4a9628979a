package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The web UI in a real Chromium. The walks are in {@code definition-service/src/main/webui/e2e}, their pictures in {@code target/web}. */
class WebIT {
    private static final Path PAGES = Path.of("..", "definition-service", "src", "main", "webui");
    private static final long MINUTES = 12;

    @Test
    void shouldServePeopleInABrowser() throws Exception {
        // given
        var standalone = SharedStandalone.get();
        var output = Path.of("target", "web").toAbsolutePath();
        Files.createDirectories(output);
        var log = output.resolve("walks.txt");
        var walks = new ProcessBuilder("node", "node_modules/@playwright/test/cli.js", "test")
                .directory(PAGES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        walks.environment().put("MILLRACE_URL", "http://127.0.0.1:" + standalone.port());
        walks.environment().put("MILLRACE_ADMIN_PASSWORD", StandaloneProcess.PASSWORD);
        walks.environment().put("MILLRACE_SHOP", standalone.shopUrl());
        walks.environment().put("MILLRACE_E2E_OUT", output.resolve("results").toString());

        // when
        var process = walks.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();

        // then
        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
