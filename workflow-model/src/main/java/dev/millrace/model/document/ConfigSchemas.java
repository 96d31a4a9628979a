package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Checks configs by the schemas of their types. Schemas are compiled once. */
final class ConfigSchemas {
    /** Types come and go with their workers; more compiled schemas than this are thrown away and made again. */
    private static final int MAX_COMPILED = 1000;

    private static final int MAX_SHOWN = 80;

    private static final SchemaValidatorsConfig SETTINGS = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** @throws JsonSchemaException when the schema is none */
    List<Violation> check(JsonNode schema, JsonNode config, JsonPointer at) {
        var byPlace = new LinkedHashMap<JsonPointer, List<ValidationMessage>>();
        compiled(schema).validate(config).forEach(message -> byPlace.computeIfAbsent(
                        place(message, at), place -> new ArrayList<>())
                .add(message));
        return byPlace.entrySet().stream()
                .map(entry -> violation(entry.getKey(), entry.getValue()))
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        if (compiled.size() > MAX_COMPILED) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(
                schema, descriptor -> factory.getSchema(SchemaRewrite.plain(descriptor), SETTINGS));
    }

    /** Where the fault is; for what is missing, where it ought to be. */
    private static JsonPointer place(ValidationMessage message, JsonPointer at) {
        JsonPointer place = at.append(JsonPointer.compile(pointer(message.getInstanceLocation())));
        return message.getType().equals("required") ? place.appendProperty(message.getProperty()) : place;
    }

    /** One for each place, however many rules or alternatives are broken there. */
    private static Violation violation(JsonPointer place, List<ValidationMessage> messages) {
        ValidationMessage first = messages.get(0);
        String name = place.last() == null ? "config" : place.last().getMatchingProperty();
        if (first.getType().equals("required")) {
            return new Violation(
                    place.toString(), "missing_config", "Expected %s to be set, but it is missing".formatted(name));
        }
        boolean alternatives = messages.stream().anyMatch(ConfigSchemas::isAlternative);
        String demands = messages.stream()
                .filter(message -> messages.size() == 1 || !message.getType().endsWith("Of"))
                .map(ConfigSchemas::demand)
                .distinct()
                .collect(Collectors.joining(alternatives ? " or " : " and "));
        return new Violation(
                place.toString(),
                "bad_config",
                "Expected %s to %s, but it is %s"
                        .formatted(
                                name, demands.isEmpty() ? "fit its schema" : demands, shown(first.getInstanceNode())));
    }

    private static boolean isAlternative(ValidationMessage message) {
        return message.getEvaluationPath().contains("oneOf")
                || message.getEvaluationPath().contains("anyOf");
    }

    private static String pointer(JsonNodePath path) {
        String pointer = path.toString();
        return pointer.equals("/") ? "" : pointer;
    }

    private static String demand(ValidationMessage message) {
        JsonNode rule = message.getSchemaNode();
        return switch (message.getType()) {
            case "type" -> "be of type " + words(rule);
            case "enum" -> "be one of " + words(rule);
            case "const" -> "be " + words(rule);
            case "minimum" -> "be at least " + words(rule);
            case "maximum" -> "be at most " + words(rule);
            case "pattern" -> "match " + words(rule);
            case "minItems" -> "have at least %s elements".formatted(words(rule));
            case "maxItems" -> "have at most %s elements".formatted(words(rule));
            case "minLength" -> "have at least %s characters".formatted(words(rule));
            case "maxLength" -> "have at most %s characters".formatted(words(rule));
            default ->
                "fit its schema (%s)".formatted(message.getError() == null ? message.getType() : message.getError());
        };
    }

    private static String words(JsonNode rule) {
        if (rule == null) {
            return "what its schema says";
        }
        return rule.isTextual() ? rule.textValue() : Json.text(rule);
    }

    private static String shown(JsonNode value) {
        String text = value == null ? "missing" : Json.text(value);
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
