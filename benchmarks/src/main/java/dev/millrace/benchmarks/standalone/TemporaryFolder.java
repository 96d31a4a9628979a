package dev.millrace.benchmarks.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that goes with the run. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("millrace-bench-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to delete " + path + ", but " + e.getMessage(), e);
        }
    }
}
