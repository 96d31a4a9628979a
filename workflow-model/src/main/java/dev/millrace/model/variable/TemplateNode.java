package dev.millrace.model.variable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.JsText;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.SecretReference;
import java.util.ArrayList;
import java.util.List;

/** One place of a compiled template. */
sealed interface TemplateNode {
    JsonNode resolve(Resolution resolution, JsonPointer at);

    /** Whether a secret stands here or below; only then is it worth knowing the pointer. */
    default boolean hasSecrets() {
        return false;
    }

    /** What holds no variable stands for itself, uncopied. */
    record Constant(JsonNode value) implements TemplateNode {
        @Override
        public JsonNode resolve(Resolution resolution, JsonPointer at) {
            return value;
        }
    }

    /** A text that is nothing but one variable: the value keeps its type. */
    record Whole(VariablePath path, JsonNode fallback) implements TemplateNode {
        @Override
        public JsonNode resolve(Resolution resolution, JsonPointer at) {
            JsonNode value = resolution.lookup(path);
            return value.isMissingNode() ? fallback : value;
        }
    }

    record Mixed(List<TemplateText.Piece> pieces) implements TemplateNode {
        @Override
        public JsonNode resolve(Resolution resolution, JsonPointer at) {
            return Json.NODES.textNode(text(resolution));
        }

        String text(Resolution resolution) {
            var text = new StringBuilder();
            pieces.forEach(piece -> text.append(resolution.text(piece)));
            return text.toString();
        }
    }

    /** A text with a secret in it: everything else is filled in here, the worker adds the secret. */
    record Secret(List<TemplateText.Piece> pieces) implements TemplateNode {
        @Override
        public JsonNode resolve(Resolution resolution, JsonPointer at) {
            resolution.addSecret(new SecretReference(at.toString(), parts(resolution)));
            return Json.NODES.nullNode();
        }

        @Override
        public boolean hasSecrets() {
            return true;
        }

        private List<SecretReference.Part> parts(Resolution resolution) {
            var parts = new ArrayList<SecretReference.Part>();
            var text = new StringBuilder();
            for (TemplateText.Piece piece : pieces) {
                if (piece instanceof TemplateText.Variable variable && variable.isSecret()) {
                    flush(text, parts);
                    parts.add(SecretReference.Part.env(
                            String.join(".", variable.path().after(1))));
                } else {
                    text.append(resolution.text(piece));
                }
            }
            flush(text, parts);
            return parts;
        }

        private static void flush(StringBuilder text, List<SecretReference.Part> parts) {
            if (!text.isEmpty()) {
                parts.add(SecretReference.Part.text(text.toString()));
                text.setLength(0);
            }
        }
    }

    record Items(List<TemplateNode> nodes, boolean hasSecrets) implements TemplateNode {
        @Override
        public JsonNode resolve(Resolution resolution, JsonPointer at) {
            ArrayNode array = Json.NODES.arrayNode(nodes.size());
            for (int i = 0; i < nodes.size(); i++) {
                TemplateNode node = nodes.get(i);
                JsonNode value = node.resolve(resolution, node.hasSecrets() ? at.appendIndex(i) : null);
                array.add(value.isMissingNode() ? Json.NODES.nullNode() : value);
            }
            return array;
        }
    }

    record Properties(List<Property> properties, boolean hasSecrets) implements TemplateNode {
        @Override
        public JsonNode resolve(Resolution resolution, JsonPointer at) {
            ObjectNode object = Json.object();
            for (Property property : properties) {
                String name = property.nameIn(resolution);
                TemplateNode node = property.node();
                JsonNode value = node.resolve(resolution, node.hasSecrets() ? at.appendProperty(name) : null);
                if (!value.isMissingNode()) {
                    object.set(name, value);
                }
            }
            return object;
        }
    }

    /** @param template of the name, or null where the name is plain */
    record Property(String name, Mixed template, TemplateNode node) {
        String nameIn(Resolution resolution) {
            return template == null ? name : template.text(resolution);
        }
    }

    /** What one resolution looks up and collects. */
    final class Resolution {
        private final Variables variables;
        private List<SecretReference> secrets = List.of();

        Resolution(Variables variables) {
            this.variables = variables;
        }

        JsonNode lookup(VariablePath path) {
            JsonNode value = variables.lookup(path);
            return value == null ? MissingNode.getInstance() : value;
        }

        /** Values are put in as they are: neither {@code $&} nor braces in them mean anything. */
        String text(TemplateText.Piece piece) {
            if (piece instanceof TemplateText.Literal literal) {
                return literal.text();
            }
            var variable = (TemplateText.Variable) piece;
            JsonNode value = lookup(variable.path());
            boolean useFallback = value.isMissingNode() && variable.fallback() != null;
            return useFallback ? variable.fallback() : JsText.of(value);
        }

        void addSecret(SecretReference secret) {
            if (secrets.isEmpty()) {
                secrets = new ArrayList<>();
            }
            secrets.add(secret);
        }

        List<SecretReference> secrets() {
            return List.copyOf(secrets);
        }
    }
}
