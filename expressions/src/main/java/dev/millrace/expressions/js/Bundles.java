package dev.millrace.expressions.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.graalvm.polyglot.Source;

/** The bundled scripts. One source object per script, so that all contexts of an engine share its parsed code. */
final class Bundles {
    private static final ConcurrentMap<Original, Source> SOURCES = new ConcurrentHashMap<>();

    private Bundles() {}

    static Source source(Original original) {
        return SOURCES.computeIfAbsent(original, Bundles::read);
    }

    private static Source read(Original original) {
        try (var stream = Bundles.class.getResourceAsStream(original.bundle())) {
            if (stream == null) {
                throw new IllegalStateException("Expected the build to have bundled " + original.bundle()
                        + ", but it is not on the class path: run the Maven build of module expressions");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder("js", text, original.bundle()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
