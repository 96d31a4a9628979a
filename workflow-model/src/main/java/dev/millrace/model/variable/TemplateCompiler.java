package dev.millrace.model.variable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a config into {@link TemplateNode}s and notes every variable on the way. */
final class TemplateCompiler {
    private final List<TemplateReference> references = new ArrayList<>();

    List<TemplateReference> references() {
        return List.copyOf(references);
    }

    TemplateNode compile(JsonNode value, JsonPointer at) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value, at);
            case ARRAY -> array(value, at);
            case STRING -> text(value, at);
            default -> new TemplateNode.Constant(value);
        };
    }

    private TemplateNode object(JsonNode object, JsonPointer at) {
        var properties = new ArrayList<TemplateNode.Property>(object.size());
        object.properties().forEach(entry -> properties.add(property(entry, at.appendProperty(entry.getKey()))));
        if (properties.stream().allMatch(TemplateCompiler::isConstant)) {
            return new TemplateNode.Constant(object);
        }
        return new TemplateNode.Properties(
                List.copyOf(properties),
                properties.stream().anyMatch(property -> property.node().hasSecrets()));
    }

    private TemplateNode.Property property(Map.Entry<String, JsonNode> entry, JsonPointer at) {
        var pieces = TemplateText.parse(entry.getKey());
        note(pieces, at, true);
        // A secret cannot be put into a name later, since pointers go by names: the name keeps its braces.
        var template = hasVariable(pieces) && !hasSecret(pieces) ? new TemplateNode.Mixed(pieces) : null;
        return new TemplateNode.Property(entry.getKey(), template, compile(entry.getValue(), at));
    }

    private TemplateNode array(JsonNode array, JsonPointer at) {
        var nodes = new ArrayList<TemplateNode>(array.size());
        for (int i = 0; i < array.size(); i++) {
            nodes.add(compile(array.get(i), at.appendIndex(i)));
        }
        return nodes.stream().allMatch(TemplateNode.Constant.class::isInstance)
                ? new TemplateNode.Constant(array)
                : new TemplateNode.Items(List.copyOf(nodes), nodes.stream().anyMatch(TemplateNode::hasSecrets));
    }

    private TemplateNode text(JsonNode value, JsonPointer at) {
        var pieces = TemplateText.parse(value.textValue());
        note(pieces, at, false);
        if (!hasVariable(pieces)) {
            return new TemplateNode.Constant(value);
        }
        if (hasSecret(pieces)) {
            return new TemplateNode.Secret(pieces);
        }
        return pieces.size() == 1 && pieces.get(0) instanceof TemplateText.Variable variable
                ? new TemplateNode.Whole(variable.path(), fallback(variable))
                : new TemplateNode.Mixed(pieces);
    }

    private static JsonNode fallback(TemplateText.Variable variable) {
        return variable.fallback() == null ? MissingNode.getInstance() : Json.NODES.textNode(variable.fallback());
    }

    private void note(List<TemplateText.Piece> pieces, JsonPointer at, boolean inKey) {
        for (TemplateText.Piece piece : pieces) {
            if (piece instanceof TemplateText.Variable variable) {
                references.add(
                        new TemplateReference(at.toString(), variable.path(), inKey, variable.fallback() != null));
            }
        }
    }

    private static boolean isConstant(TemplateNode.Property property) {
        return property.template() == null && property.node() instanceof TemplateNode.Constant;
    }

    private static boolean hasVariable(List<TemplateText.Piece> pieces) {
        return pieces.stream().anyMatch(TemplateText.Variable.class::isInstance);
    }

    private static boolean hasSecret(List<TemplateText.Piece> pieces) {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof TemplateText.Variable variable && variable.isSecret());
    }
}
