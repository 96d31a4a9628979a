package dev.millrace.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the server that a killed JVM left running on a data directory: it would hold the port and the directory's lock. */
final class LeftoverPostgres {
    private static final long STOP_SECONDS = 20;

    private LeftoverPostgres() {}

    static void stop(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var process = ProcessHandle.of(pid).filter(LeftoverPostgres::isPostgres);
        if (process.isPresent()) {
            // SIGTERM is PostgreSQL's smart shutdown, which waits for clients that may hang; SIGKILL of the postmaster
            // is
            // what a crash would have done, and recovery from the log is PostgreSQL's own promise.
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private static void end(ProcessHandle process) throws IOException {
        var children = process.children().toList();
        process.destroyForcibly();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            for (var child : children) {
                child.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "Expected the left-over PostgreSQL (pid " + process.pid() + ") to end, but it runs on", e);
        }
    }
}
