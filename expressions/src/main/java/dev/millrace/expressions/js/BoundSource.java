package dev.millrace.expressions.js;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.text.VariableReference;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
        var text = new StringBuilder();
        int copied = 0;
        for (var next = VariableReference.find(source, 0);
                next.isPresent();
                next = VariableReference.find(source, copied)) {
            var variable = next.get();
            boolean quoted = variable.start() > copied && isQuoted(source, variable);
            var binding = new Binding(variable.path(), quoted);
            int quote = quoted ? 1 : 0;
            text.append(source, copied, variable.start() - quote)
                    .append(identifiers.computeIfAbsent(binding, it -> "$$" + identifiers.size()));
            copied = variable.end() + quote;
        }
        text.append(source, copied, source.length());
        var bindings = new LinkedHashMap<String, Binding>();
        identifiers.forEach((binding, identifier) -> bindings.put(identifier, binding));
        return new BoundSource(text.toString(), Collections.unmodifiableMap(bindings));
    }

    private static boolean isQuoted(String source, VariableReference variable) {
        char before = source.charAt(variable.start() - 1);
        return (before == '"' || before == '\'')
                && variable.end() < source.length()
                && source.charAt(variable.end()) == before;
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
