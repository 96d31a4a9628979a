package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.EmbeddedPostgres;
import dev.millrace.local.FreePort;
import dev.millrace.model.status.JobStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDownTest {
    @TempDir
    Path directory;

    @Test
    void shouldWaitForTheDatabaseByNameAndLoseNothing() {
        // given
        int port = FreePort.find();
        var postgres = EmbeddedPostgres.start(directory, port);
        try (var harness = HostHarness.start(postgres);
                var commands = harness.tail(harness.topics.stepCommands(HostHarness.WORKER_TYPE))) {
            harness.publish(workflow().head("a", HostHarness.WORKER_TYPE, "{}"));
            var running = harness.fire(harness.event(null));
            var command = harness.command(commands.next());

            // when
            postgres.close();
            harness.answer(command, JobStatus.RESOLVED);
            var fired = harness.fire(harness.event(null));
            await().atMost(HostHarness.PATIENCE)
                    .until(() -> !harness.host().status().problems().isEmpty());
            assertThat(harness.host().status().problems().toString()).contains("database");
            postgres = EmbeddedPostgres.start(directory, port);

            // then
            harness.awaitStatus(running, "RESOLVED");
            assertThat(harness.command(commands.next()).executionId()).isEqualTo(fired);
            harness.awaitWorking();
        } finally {
            postgres.close();
        }
    }
}
