package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A variable without a value leaves its field out of a config. Where a default would take its place nobody would see that it was
 * the variable that is wrong.
 */
final class LeftOut {
    private LeftOut() {}

    /** Pointer to the first field of the config that is not in what its templates resolved to. */
    static Optional<String> first(JsonNode config, JsonNode resolved) {
        return first(config, resolved, JsonPointer.empty());
    }

    private static Optional<String> first(JsonNode config, JsonNode resolved, JsonPointer at) {
        for (Map.Entry<String, JsonNode> field : config.properties()) {
            JsonPointer below = at.appendProperty(field.getKey());
            boolean templateName = field.getKey().contains("{{");
            if (!templateName && !resolved.has(field.getKey())) {
                return Optional.of(below.toString());
            }
            Optional<String> inside = first(field.getValue(), resolved.path(field.getKey()), below);
            if (inside.isPresent()) {
                return inside;
            }
        }
        for (int i = 0; config.isArray() && i < config.size(); i++) {
            Optional<String> inside = first(config.get(i), resolved.path(i), at.appendIndex(i));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }
}
