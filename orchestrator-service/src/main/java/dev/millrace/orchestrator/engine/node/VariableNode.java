package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;

/** Declares a variable, or gives a declared one a new value. */
final class VariableNode implements ControlNode {
    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "variable",
                "Variable",
                "control",
                "font-colors",
                Json.parse("""
                        {"type": "object",
                         "properties": {
                           "target": {"type": ["string", "null"], "default": null, "title": "Variable", "x-ui": "variable",
                             "description": "Key of the variable node that gets the new value; empty declares a new variable."},
                           "value": {"title": "Value", "x-ui": "template"}}}
                        """),
                Json.parse("""
                        {"title": "Value"}
                        """),
                null,
                false,
                true,
                "Without a target the node declares a variable with a value. With a target it gives that variable a new"
                        + " value: from then on every node sees it under the key of the variable.",
                Json.parse("""
                        {"target": null, "value": "{{$context.data.id}}"}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        String target = node.config().path("target").asText("");
        boolean assigns = !target.isEmpty() && !node.config().path("target").isNull();
        return new Setting(
                assigns ? target : null, compiler.template(node.config().path("value")));
    }

    /** @param target null to declare */
    private record Setting(String target, Template value) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            if (target != null && !run.knows(target)) {
                return Move.error("unknown_target", "Error: target node by key \"%s\" is not found".formatted(target));
            }
            return Resolving.then(value, run.variables(), this::set);
        }

        private Move set(JsonNode resolved) {
            return target == null ? Move.resolved(resolved) : new Move.Assign(target, resolved);
        }
    }
}
