package dev.millrace.worker.runtime;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.SecretReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What {@code {{$env.NAME}}} stands for: the configuration values {@code millrace.env.NAME} (environment variables
 * {@code MILLRACE_ENV_NAME}) of the worker. Nothing else of the process' environment can be read by a workflow. Every such
 * value counts as a secret and is masked in what leaves the worker.
 */
@ApplicationScoped
public class Secrets {
    private static final String PREFIX = "millrace.env.";
    private static final String ENVIRONMENT_PREFIX = "MILLRACE_ENV_";
    private static final String MASK = "******";
    /** Shorter values stand in too many innocent texts; masking them would hide results and protect nothing. */
    private static final int SHORTEST_MASKED = 4;

    private final Map<String, String> values;
    private final List<String> masked;

    @Inject
    public Secrets(Config config) {
        this(read(config));
    }

    Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
        this.masked = values.values().stream()
                .filter(value -> value.length() >= SHORTEST_MASKED)
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    Secrets() {
        this(Map.of());
    }

    sealed interface Filling {}

    record Filled(JsonNode config) implements Filling {}

    record Missing(String message) implements Filling {}

    /** The config with its secrets in place. */
    Filling fill(JsonNode config, List<SecretReference> references) {
        if (references.isEmpty()) {
            return new Filled(config);
        }
        var filled = config.deepCopy();
        for (var reference : references) {
            for (var part : reference.parts()) {
                if (part.env() != null && !values.containsKey(part.env())) {
                    return new Missing("Expected the worker to know $env." + part.env() + ", but neither " + PREFIX
                            + part.env() + " nor " + ENVIRONMENT_PREFIX + part.env() + " is set");
                }
            }
            filled = put(filled, JsonPointer.compile(reference.pointer()), TextNode.valueOf(text(reference.parts())));
        }
        return new Filled(filled);
    }

    JsonNode mask(JsonNode value) {
        return masked.isEmpty() ? value : maskDeep(value);
    }

    String mask(String text) {
        var out = text;
        for (int i = 0; out != null && i < masked.size(); i++) {
            out = out.replace(masked.get(i), MASK);
        }
        return out;
    }

    private JsonNode maskDeep(JsonNode value) {
        if (value instanceof TextNode text) {
            return TextNode.valueOf(mask(text.textValue()));
        }
        if (value instanceof ArrayNode array) {
            var out = Json.NODES.arrayNode();
            array.forEach(element -> out.add(maskDeep(element)));
            return out;
        }
        if (value instanceof ObjectNode object) {
            var out = Json.object();
            object.properties().forEach(property -> out.set(mask(property.getKey()), maskDeep(property.getValue())));
            return out;
        }
        return value;
    }

    private String text(List<SecretReference.Part> parts) {
        var out = new StringBuilder();
        parts.forEach(part -> out.append(part.env() != null ? values.get(part.env()) : part.text()));
        return out.toString();
    }

    private static JsonNode put(JsonNode root, JsonPointer place, JsonNode value) {
        if (place.matches()) {
            return value;
        }
        var parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        }
        return root;
    }

    private static Map<String, String> read(Config config) {
        Map<String, String> values = new TreeMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX) || name.startsWith(ENVIRONMENT_PREFIX))
                .forEach(name -> config.getOptionalValue(name, String.class)
                        .ifPresent(value -> values.put(secretName(name), value)));
        return values;
    }

    private static String secretName(String property) {
        return property.startsWith(PREFIX)
                ? property.substring(PREFIX.length())
                : property.substring(ENVIRONMENT_PREFIX.length()).toUpperCase(Locale.ROOT);
    }
}
