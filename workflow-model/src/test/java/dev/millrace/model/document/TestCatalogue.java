package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.Optional;

/** A handful of types with the shapes that rules look at. */
final class TestCatalogue implements TypeCatalogue {
    private static final String LOOP_SCHEMA = """
            {"type": "object", "properties": {
              "target": {"type": ["number", "array", "string"]},
              "collect": {"x-ui": "template", "x-inside": true},
              "condition": {"oneOf": [{"const": false}, {"type": "object", "x-ui": "condition"}]}}}
            """;

    private static final String PARALLEL_SCHEMA = """
            {"x-joins": {"mode": "all"}, "properties": {"mode": {"default": "all"}}}
            """;

    private static final String DELAY_SCHEMA = """
            {"type": "object", "required": ["endStatus"], "additionalProperties": false, "properties": {
              "duration": {"type": "number", "minimum": 1, "x-template": true, "x-ui": "duration"},
              "unit": {"enum": [1000, 60000]},
              "endStatus": {"enum": [1, -1], "x-template": true}}}
            """;

    private static final String QUERY_SCHEMA = """
            {"type": "object", "required": ["collection"], "properties": {
              "collection": {"type": "string", "minLength": 1, "x-ui": "collection"},
              "from": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string", "x-collection": true}, "limit": {"anyOf": [{"type": "integer"}, {"type": "null"}], "x-template": true}}}},
              "content": {"type": "string", "x-ui": "code"},
              "remote": {"$ref": "http://localhost:1/never-fetched.json"}}}
            """;

    @Override
    public Optional<NodeTypeDescriptor> node(String type) {
        return switch (type) {
            case "variable" -> node(type, "{}", Branches.NONE, true);
            case "condition" ->
                node(
                        type,
                        "{\"x-ui\": \"condition\"}",
                        new Branches(
                                List.of(new Branches.Branch(1, "Yes"), new Branches.Branch(0, "No")),
                                false,
                                0,
                                List.of()),
                        true);
            case "loop" ->
                node(
                        type,
                        LOOP_SCHEMA,
                        new Branches(List.of(new Branches.Branch(0, "Body")), true, 0, List.of("item", "index")),
                        true);
            case "parallel" -> node(type, PARALLEL_SCHEMA, new Branches(List.of(), true, 2, List.of()), true);
            case "delay" -> node(type, DELAY_SCHEMA, Branches.NONE, false);
            case "query" -> node(type, QUERY_SCHEMA, Branches.NONE, true);
            case "broken" -> node(type, "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}", Branches.NONE, true);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<TriggerTypeDescriptor> trigger(String type) {
        return switch (type) {
            case "manual" -> trigger(type, "{}", null);
            case "collection" ->
                trigger(
                        type,
                        "{\"required\": [\"mode\"], \"properties\": {\"mode\": {\"enum\": [1, 2, 3, 4]}, \"collection\": {\"x-ui\": \"collection\"}}}",
                        false);
            case "action" -> trigger(type, "{}", true);
            default -> Optional.empty();
        };
    }

    /** Data sources {@code main} and {@code shop} hold {@code posts}; {@code asleep} cannot be asked. */
    static CollectionLookup.Answer collection(String dataSource, String collection) {
        if ("asleep".equals(dataSource)) {
            return CollectionLookup.Answer.UNKNOWN;
        }
        if (dataSource != null && !dataSource.equals("shop")) {
            return CollectionLookup.Answer.NO_DATA_SOURCE;
        }
        return collection.equals("posts") ? CollectionLookup.Answer.FOUND : CollectionLookup.Answer.NO_COLLECTION;
    }

    private static Optional<NodeTypeDescriptor> node(
            String type, String schema, Branches branches, boolean syncCapable) {
        return Optional.of(new NodeTypeDescriptor(
                type, type, "control", null, json(schema), null, branches, false, syncCapable, "", null));
    }

    private static Optional<TriggerTypeDescriptor> trigger(String type, String schema, Boolean sync) {
        return Optional.of(new TriggerTypeDescriptor(type, type, null, json(schema), null, sync, "", null));
    }

    private static JsonNode json(String text) {
        return Json.parse(text);
    }
}
