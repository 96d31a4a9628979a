package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.HashSet;
import java.util.Set;

/**
 * Turns a descriptor's schema into plain JSON Schema: hints become what they mean, null is allowed for what is not required,
 * unknown fields are allowed, and nothing outside the schema is referred to (a validator would fetch it from the network).
 */
final class SchemaRewrite {
    private static final String WHOLE_TEMPLATE = "\\A\\{\\{[\\w\\s:\\-+.,@/()?=*$]+}}\\z";

    private static final Set<String> SUBSCHEMA =
            Set.of("items", "not", "if", "then", "else", "contains", "propertyNames", "additionalProperties");

    private static final Set<String> SUBSCHEMA_LIST = Set.of("anyOf", "oneOf", "allOf", "prefixItems");

    private static final Set<String> SUBSCHEMA_MAP = Set.of("patternProperties", "$defs", "dependentSchemas");

    private static final Set<String> DROPPED =
            Set.of("$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "unevaluatedProperties");

    private SchemaRewrite() {}

    static JsonNode plain(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode plain = Json.object();
        schema.properties().forEach(keyword -> keyword(keyword.getKey(), keyword.getValue(), schema, plain));
        return schema.path("x-template").asBoolean() ? orElse(wholeTemplate(), plain) : plain;
    }

    private static void keyword(String name, JsonNode value, JsonNode schema, ObjectNode plain) {
        boolean foreign = name.equals("$ref") && !value.asText().startsWith("#");
        boolean closed = name.equals("additionalProperties") && value.isBoolean();
        if (name.startsWith("x-") || DROPPED.contains(name) || foreign || closed) {
            return;
        }
        plain.set(name, rewritten(name, value, schema));
    }

    private static JsonNode rewritten(String name, JsonNode value, JsonNode schema) {
        if (name.equals("properties")) {
            return properties(value, schema.path("required"));
        }
        if (SUBSCHEMA.contains(name)) {
            return plain(value);
        }
        if (SUBSCHEMA_LIST.contains(name)) {
            ArrayNode list = Json.NODES.arrayNode();
            value.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (SUBSCHEMA_MAP.contains(name)) {
            ObjectNode map = Json.object();
            value.properties().forEach(entry -> map.set(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        return value;
    }

    private static ObjectNode properties(JsonNode properties, JsonNode required) {
        var names = new HashSet<String>();
        required.forEach(name -> names.add(name.asText()));
        ObjectNode rewritten = Json.object();
        properties.properties().forEach(property -> {
            JsonNode plain = plain(property.getValue());
            boolean mustBe = names.contains(property.getKey());
            rewritten.set(
                    property.getKey(), mustBe ? plain : orElse(Json.object().put("type", "null"), plain));
        });
        return rewritten;
    }

    /** Not {@code anyOf}: that would complain about the exception as well whenever the rule is broken. */
    private static ObjectNode orElse(ObjectNode exception, JsonNode rule) {
        ObjectNode schema = Json.object();
        schema.set("if", exception);
        schema.put("then", true);
        schema.set("else", rule);
        return schema;
    }

    private static ObjectNode wholeTemplate() {
        return Json.object().put("type", "string").put("pattern", WHOLE_TEMPLATE);
    }
}
