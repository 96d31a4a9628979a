package dev.millrace.benchmarks.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A standalone that was killed or crashed leaves its PostgreSQL running: ended here by the process id in its data folder. */
final class LeftoverDatabase {
    private LeftoverDatabase() {}

    static void end(Path postgresFolder) {
        var file = postgresFolder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroy();
                process.onExit().join();
            });
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("Expected a process id in " + file + ", but " + e.getMessage(), e);
        }
    }
}
