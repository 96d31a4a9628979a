package dev.millrace.worker.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A JSON file beside a node's class: schemas that are too long to stand in its code. */
public final class SchemaFile {
    private SchemaFile() {}

    /**
     * @param node whose package holds the file
     * @throws IllegalStateException when there is no such file
     */
    public static JsonNode read(Class<?> node, String name) {
        try (var in = node.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Expected %s beside %s, but there is no such file".formatted(name, node.getName()));
            }
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
