package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields of a config that have hints, by walking along schema and config together. */
final class ConfigFields {
    /** A schema may refer to itself without going deeper into the config. */
    private static final int MAX_DEPTH = 64;

    private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf", "allOf");

    private final JsonNode rootSchema;
    private final List<ConfigField> fields = new ArrayList<>();

    private ConfigFields(JsonNode rootSchema) {
        this.rootSchema = rootSchema;
    }

    static List<ConfigField> of(JsonNode schema, JsonNode config, JsonPointer at) {
        var found = new ConfigFields(schema);
        var root = new ConfigField(at.toString(), config, schema, MissingNode.getInstance(), MissingNode.getInstance());
        found.visit(root, at, MAX_DEPTH);
        return List.copyOf(found.fields);
    }

    private void visit(ConfigField field, JsonPointer at, int depth) {
        if (depth == 0
                || !field.schema().isObject()
                || field.value().isMissingNode()
                || field.value().isNull()) {
            return;
        }
        if (field.schema().has("x-ui") || field.schema().has("x-collection")) {
            fields.add(field);
        }
        sameValue(field, at, depth);
        properties(field, at, depth);
        items(field, at, depth);
    }

    private void sameValue(ConfigField field, JsonPointer at, int depth) {
        var others = new ArrayList<JsonNode>();
        ALTERNATIVES.forEach(keyword -> field.schema().path(keyword).forEach(others::add));
        others.add(field.schema().path("then"));
        others.add(field.schema().path("else"));
        String reference = field.schema().path("$ref").asText("");
        if (reference.startsWith("#/")) {
            others.add(rootSchema.at(reference.substring(1)));
        }
        for (JsonNode other : others) {
            visit(
                    new ConfigField(field.pointer(), field.value(), other, field.parent(), field.parentSchema()),
                    at,
                    depth - 1);
        }
    }

    private void properties(ConfigField field, JsonPointer at, int depth) {
        field.schema().path("properties").properties().forEach(property -> {
            JsonPointer below = at.appendProperty(property.getKey());
            child(field, field.value().path(property.getKey()), property.getValue(), below, depth);
        });
    }

    private void items(ConfigField field, JsonPointer at, int depth) {
        JsonNode items = field.schema().path("items");
        if (items.isObject() && field.value().isArray()) {
            for (int i = 0; i < field.value().size(); i++) {
                child(field, field.value().get(i), items, at.appendIndex(i), depth);
            }
        }
    }

    private void child(ConfigField parent, JsonNode value, JsonNode schema, JsonPointer at, int depth) {
        visit(new ConfigField(at.toString(), value, schema, parent.value(), parent.schema()), at, depth - 1);
    }
}
