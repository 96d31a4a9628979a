package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.model.variable.Template;
import java.util.ArrayList;
import java.util.List;

/** Takes parts of a JSON value and makes each a variable. */
final class JsonVariableMappingNode implements ControlNode {
    /** In a path: every element of the list. */
    private static final String EACH = "___arr$___";

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "json-variable-mapping",
                "JSON variable mapping",
                "calculation",
                "partition",
                Json.parse("""
                        {"type": "object",
                         "properties": {
                           "dataSource": {"title": "Source", "x-ui": "template", "description": "An object or a list."},
                           "example": {"title": "Example", "x-ui": "sampleJson", "x-sample-target": "variables",
                             "description": "A value such as the source will be, for choosing from; it has no other effect."},
                           "parseArray": {"type": "boolean", "default": false, "title": "Elements apart",
                             "description": "The elements of lists are addressed by their index; ___arr$___ in a path is skipped."},
                           "variables": {"type": "array", "title": "Variables", "items": {"type": "object",
                             "anyOf": [{"required": ["paths"]}, {"required": ["path"]}],
                             "properties": {
                               "key": {"type": "string", "title": "Key", "description": "Unless set the name."},
                               "name": {"type": "string", "title": "Name"},
                               "alias": {"type": "string", "title": "Title"},
                               "path": {"type": "string", "title": "Path", "x-advanced": true, "description": "Used where paths is not set."},
                               "paths": {"type": "array", "items": {"type": ["string", "integer"]}, "title": "Steps of the path",
                                 "description": "Names and indexes; ___arr$___ stands for every element of a list."}}}}}}
                        """),
                Json.parse("""
                        {"type": "object", "title": "Values by the keys of their variables"}
                        """),
                null,
                true,
                true,
                "Takes parts of a JSON value and makes each a variable, under its key. A path may go through every element of a list"
                        + " (___arr$___): the variable is then the list of what is found, nested lists in one. What is not there"
                        + " is left out; null, 0, false and the empty text are values.",
                Json.parse("""
                        {"dataSource": "{{$context.data}}", "example": {"cart": {"lines": [{"sku": "K1"}]}}, "parseArray": false,
                         "variables": [{"key": "skus", "name": "sku", "path": "cart.lines.___arr$___.sku",
                           "paths": ["cart", "lines", "___arr$___", "sku"]}]}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        boolean apart = node.config().path("parseArray").asBoolean(false);
        var variables = new ArrayList<Variable>();
        node.config().path("variables").forEach(variable -> variables.add(Variable.of(variable, apart)));
        return new Mapping(compiler.template(node.config().path("dataSource")), List.copyOf(variables));
    }

    /** @param path its steps from the source */
    private record Variable(String key, List<String> path) {
        static Variable of(JsonNode config, boolean apart) {
            var path = new ArrayList<String>();
            if (config.path("paths").isArray()) {
                config.path("paths").forEach(step -> path.add(step.asText()));
            } else {
                path.addAll(List.of(config.path("path").asText("").split("\\.")));
            }
            if (apart) {
                path.removeIf(EACH::equals);
            }
            String name = config.path("name").asText(String.join(".", path));
            return new Variable(config.path("key").asText(name), List.copyOf(path));
        }

        JsonNode in(JsonNode source) {
            if (!path.contains(EACH)) {
                return along(source, path);
            }
            ArrayNode found = Json.NODES.arrayNode();
            return collect(source, path, found) ? found : Json.NODES.missingNode();
        }

        /** @return whether there was a list to go through */
        private static boolean collect(JsonNode value, List<String> path, ArrayNode found) {
            int each = path.indexOf(EACH);
            if (each < 0) {
                JsonNode end = along(value, path);
                if (!end.isMissingNode()) {
                    found.add(end);
                }
                return true;
            }
            JsonNode list = along(value, path.subList(0, each));
            if (!list.isArray()) {
                return false;
            }
            list.forEach(element -> collect(element, path.subList(each + 1, path.size()), found));
            return true;
        }

        private static JsonNode along(JsonNode value, List<String> path) {
            JsonNode at = value;
            for (String step : path) {
                at = at.isArray() ? PropertyModel.element(at, step) : at.path(step);
            }
            return at;
        }
    }

    private record Mapping(Template source, List<Variable> variables) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            return Resolving.then(source, run.variables(), this::map);
        }

        private Move map(JsonNode value) {
            if (!value.isContainerNode()) {
                return new Move.End(
                        JobStatus.FAILED,
                        Json.NODES.textNode("The input data is not an object nor an array"),
                        "invalid_input");
            }
            ObjectNode result = Json.object();
            for (Variable variable : variables) {
                JsonNode found = variable.in(value);
                if (!found.isMissingNode()) {
                    result.set(variable.key(), found);
                }
            }
            return Move.resolved(result);
        }
    }
}
