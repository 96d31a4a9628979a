package dev.millrace.orchestrator.api.nodetest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.JsText;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.SecretReference;
import dev.millrace.model.variable.Resolved;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Puts in the values below {@code $env} that whoever tests has given. The others stay for the worker, as in an execution. */
final class GivenSecrets {
    private final JsonNode values;

    /** @param values by name, or missing */
    GivenSecrets(JsonNode values) {
        this.values = values;
    }

    Resolved into(Resolved config) {
        if (config.secrets().stream().noneMatch(this::isGiven)) {
            return config;
        }
        JsonNode filled = config.value().deepCopy();
        var left = new ArrayList<SecretReference>();
        for (var reference : config.secrets()) {
            var pointer = JsonPointer.compile(reference.pointer());
            if (!isGiven(reference) || pointer.matches()) {
                left.add(reference);
            } else {
                put(filled, pointer, value(reference));
            }
        }
        return new Resolved(filled, left);
    }

    private boolean isGiven(SecretReference reference) {
        return reference.parts().stream().allMatch(part -> part.env() == null || values.hasNonNull(part.env()));
    }

    private JsonNode value(SecretReference reference) {
        var parts = reference.parts();
        if (parts.size() == 1 && parts.get(0).env() != null) {
            return values.get(parts.get(0).env());
        }
        return Json.NODES.textNode(parts.stream()
                .map(part -> part.env() == null ? part.text() : JsText.of(values.get(part.env())))
                .collect(Collectors.joining()));
    }

    private static void put(JsonNode config, JsonPointer pointer, JsonNode value) {
        JsonNode parent = config.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), value);
        }
    }
}
