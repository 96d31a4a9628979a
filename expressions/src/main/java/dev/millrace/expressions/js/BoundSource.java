package dev.millrace.expressions.js;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An expression whose variables became identifiers: {@code {{$context.data.n}} + 1} is {@code $$0 + 1}. Values are bound,
 * never pasted, so that no value can be code; the same variable is the same identifier. A template between quotes of its own
 * ({@code "{{path}}"}) is the variable's text.
 *
 * @param text what a language's parser reads
 * @param bindings by identifier
 */
public record BoundSource(String text, Map<String, Binding> bindings) {
    /** Only these characters; every other text in braces is left as it is. {@code this.} is never a variable. */
    private static final Pattern TEMPLATE =
            Pattern.compile("([\"']?)\\{\\{\\s*(?!this\\b)([A-Za-z0-9_$.-]+)\\s*}}(\\1)");

    /** @param asText where the template stood between quotes */
    public record Binding(VariablePath path, boolean asText) {
        public JsonNode value(Variables variables) {
            var value = variables.lookup(path);
            if (asText) {
                return Json.NODES.textNode(text(value));
            }
            return value.isMissingNode() ? Json.NODES.nullNode() : value;
        }

        private static String text(JsonNode value) {
            if (value.isNull() || value.isMissingNode()) {
                return "";
            }
            return value.isValueNode() ? value.asText() : value.toString();
        }
    }

    public static BoundSource of(String source) {
        var identifiers = new LinkedHashMap<Binding, String>();
        var matcher = TEMPLATE.matcher(source);
        var text = new StringBuilder();
        while (matcher.find()) {
            var quoted = !matcher.group(1).isEmpty();
            var binding = new Binding(VariablePath.parse(matcher.group(2)), quoted);
            var identifier = identifiers.computeIfAbsent(binding, it -> "$$" + identifiers.size());
            matcher.appendReplacement(text, "");
            text.append(identifier);
        }
        matcher.appendTail(text);
        var bindings = new LinkedHashMap<String, Binding>();
        identifiers.forEach((binding, identifier) -> bindings.put(identifier, binding));
        return new BoundSource(text.toString(), Collections.unmodifiableMap(bindings));
    }

    public Map<String, JsonNode> values(Variables variables) {
        var values = new LinkedHashMap<String, JsonNode>();
        bindings.forEach((identifier, binding) -> values.put(identifier, binding.value(variables)));
        return values;
    }

    public Set<VariablePath> variables() {
        return bindings.values().stream().map(Binding::path).collect(Collectors.toUnmodifiableSet());
    }
}
