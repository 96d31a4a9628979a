package dev.millrace.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One standalone for all tests of this JVM that only need one to be there: a start costs a quarter of a minute. */
final class SharedStandalone {
    private static StandaloneProcess process;

    private SharedStandalone() {}

    /** It runs; started where it did not, or where a test has left it dead. */
    static synchronized StandaloneProcess get() throws Exception {
        if (process == null) {
            process = StandaloneProcess.on(Files.createTempDirectory("millrace-standalone"));
            Runtime.getRuntime().addShutdownHook(new Thread(SharedStandalone::remove));
        }
        if (!process.isRunning()) {
            process.start();
        }
        return process;
    }

    private static void remove() {
        try {
            process.close();
            delete(process.data());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }
}
