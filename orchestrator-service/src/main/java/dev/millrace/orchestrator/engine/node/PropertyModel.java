package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which properties of a value are kept, under which names. Without any the value is kept as it is. */
record PropertyModel(List<Property> properties) {
    private static final Pattern BRACKETS = Pattern.compile("\\[\"?'?([^\\]\"']+)\"?'?]");

    /** @param path from the value to the property */
    private record Property(String name, List<String> path) {}

    static PropertyModel of(JsonNode model) {
        var properties = new ArrayList<Property>();
        for (JsonNode entry : model) {
            String path = entry.path("path").asText("");
            String alias = entry.path("alias").asText("");
            String name = alias.isEmpty() || entry.path("alias").isNull() ? path.replace('.', '_') : alias;
            if (!path.isEmpty()) {
                properties.add(new Property(name, segments(path)));
            }
        }
        return new PropertyModel(List.copyOf(properties));
    }

    private static List<String> segments(String path) {
        String dotted = BRACKETS.matcher(path).replaceAll(".$1");
        return List.of((dotted.startsWith(".") ? dotted.substring(1) : dotted).split("\\."));
    }

    /** Of an object its properties, of a list those of each element; values that have none stay. */
    JsonNode keep(JsonNode value) {
        if (properties.isEmpty()) {
            return value;
        }
        if (!value.isArray()) {
            return keepOfOne(value);
        }
        ArrayNode kept = Json.NODES.arrayNode(value.size());
        value.forEach(element -> kept.add(keepOfOne(element)));
        return kept;
    }

    private JsonNode keepOfOne(JsonNode value) {
        if (!value.isContainerNode()) {
            return value;
        }
        ObjectNode kept = Json.object();
        for (Property property : properties) {
            JsonNode found = along(value, property.path());
            if (!found.isMissingNode()) {
                kept.set(property.name(), found);
            }
        }
        return kept;
    }

    /** Unlike the path of a variable, one of a model takes nothing of every element of a list. */
    private static JsonNode along(JsonNode value, List<String> path) {
        JsonNode at = value;
        for (String segment : path) {
            at = at.isArray() ? element(at, segment) : at.path(segment);
        }
        return at;
    }

    static JsonNode element(JsonNode array, String segment) {
        boolean index = segment.matches("\\d{1,9}");
        return index ? array.path(Integer.parseInt(segment)) : Json.NODES.missingNode();
    }
}
