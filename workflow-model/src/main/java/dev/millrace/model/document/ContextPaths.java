package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.variable.VariablePath;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Whether a trigger writes what a variable below {@code $context} names. Only what the schema of the context lists without
 * leaving room for more is known; and other workflows may call this one with any context: so it is never certain.
 */
final class ContextPaths {
    private static final String PROPERTIES = "properties";

    private ContextPaths() {}

    /** What is wrong with the path, as one sentence; empty where nothing is known to be. */
    static Optional<String> doubt(JsonNode contextSchema, VariablePath path) {
        JsonNode schema = contextSchema;
        for (String segment : path.segments().subList(1, path.segments().size())) {
            if (schema == null || !listsAll(schema)) {
                return Optional.empty();
            }
            JsonNode properties = schema.path(PROPERTIES);
            if (!properties.has(segment)) {
                return Optional.of(
                        "Expected one of %s, which the trigger writes, but \"%s\" in {{%s}} is none of them: it may have no value"
                                .formatted(names(properties), segment, path));
            }
            schema = properties.get(segment);
        }
        return Optional.empty();
    }

    private static boolean listsAll(JsonNode schema) {
        JsonNode others = schema.path("additionalProperties");
        boolean open = others.isObject() || others.asBoolean(false) || schema.has("patternProperties");
        return schema.path("type").asText("").equals("object")
                && !schema.path(PROPERTIES).isEmpty()
                && !open;
    }

    private static String names(JsonNode properties) {
        var names = new ArrayList<String>();
        properties.fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }
}
