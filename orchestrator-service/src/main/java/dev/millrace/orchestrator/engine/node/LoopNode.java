package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import java.util.List;

/** Runs its branch once for each element, or a number of times, one pass after the other or some side by side. */
public final class LoopNode implements ControlNode {
    static final String TYPE = "loop";

    private static final int BODY = 0;

    private static final String CONFIG = """
            {"type": "object", "x-branches": {"add": false},
             "properties": {
               "target": {"type": ["number", "array", "string", "null"], "title": "Target", "x-ui": "template",
                 "x-template": true,
                 "description": "A number of passes, or a list whose elements are taken one by one."},
               "condition": {"title": "Condition of a pass", "oneOf": [
                 {"const": false, "title": "Every pass"},
                 {"type": "object", "title": "As a condition says", "x-ui": "condition", "properties": {
                   "checkpoint": {"enum": [0, 1], "default": 0, "title": "Check",
                     "x-enum-titles": ["Before each pass", "Between passes"]},
                   "continueOnFalse": {"type": "boolean", "default": false, "title": "Only skip the pass",
                     "description": "What happens when the condition does not hold; otherwise the loop is left."},
                   "engine": {"enum": ["basic", "math.js", "formula.js"], "default": "basic", "title": "Engine"},
                   "calculation": {"type": ["object", "null"], "title": "Condition"},
                   "expression": {"type": ["string", "null"], "title": "Expression"}}}]},
               "exit": {"enum": [0, 1, 2], "default": 0, "title": "When a pass fails",
                 "x-enum-titles": ["The loop fails too", "Leave the loop", "Go on with the next pass"]},
               "parallel": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 1,
                 "title": "Passes side by side", "x-advanced": true,
                 "description": "How many passes may be under way at once. They do not see each other's results."},
               "collect": {"title": "Collect", "x-ui": "template", "x-advanced": true, "x-inside": true,
                 "description": "A value of each pass, looked up at its end; together they are results, by index."}}}
            """;

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                TYPE,
                "Loop",
                "control",
                "redo",
                Json.parse(CONFIG),
                Json.parse("""
                        {"type": "object", "properties": {
                          "looped": {"type": "integer", "title": "Passes begun or skipped"},
                          "done": {"type": "integer", "title": "Passes done"},
                          "broken": {"type": "boolean", "title": "Left early"},
                          "exceeded": {"type": "boolean", "title": "Stopped by the limit of passes"},
                          "results": {"type": "array", "title": "Collected values",
                            "description": "By index; null for a pass that was skipped or failed."}}}
                        """),
                new Branches(
                        List.of(new Branches.Branch(BODY, "Pass")),
                        true,
                        0,
                        List.of("item", "index", "sequence", "length")),
                false,
                true,
                "Runs its branch once for each element of a list, or as often as a number says; any other value is taken"
                        + " once. The target is looked up once, when the loop starts. Nodes inside see $scopes.<key>.item,"
                        + " index (from 0), sequence (from 1) and length. When the loop is left early, no further pass"
                        + " begins and those under way are finished; when it fails, they are cancelled.",
                Json.parse("""
                        {"target": "{{$context.data.items}}", "condition": false, "exit": 0}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        JsonNode config = node.config();
        JsonNode condition = config.path("condition");
        JsonNode collect = config.path("collect");
        return new Looping(
                compiler.template(config.path("target")),
                new Looping.Checkpoint(
                        asks(condition) ? compiler.condition(condition) : null,
                        condition.path("checkpoint").asInt(0) == 1,
                        condition.path("continueOnFalse").asBoolean(false)),
                Looping.Exit.of(config.path("exit").asInt(0)),
                Math.max(1, config.path("parallel").asInt(1)),
                collect.isMissingNode() || collect.isNull() ? null : Template.compile(collect));
    }

    /** As in a condition node an engine but {@code basic} needs an expression; without one the loop has no condition. */
    private static boolean asks(JsonNode condition) {
        return condition.isObject()
                && (condition.path("calculation").isObject()
                        || !condition.path("expression").asText("").isBlank());
    }

    /** What a loop's job remembers and what its passes see; the target is frozen at the start. */
    public record Target(JsonNode value, int length) {
        private static final String VALUE = "target";
        private static final String LENGTH = "length";

        public static Target of(JsonNode meta) {
            return new Target(meta.path(VALUE), meta.path(LENGTH).asInt());
        }

        /**
         * The target as the job of a loop remembers it.
         *
         * @param parallel passes that may be under way at once
         * @param since number of the newest job before this attempt of the loop
         */
        ObjectNode meta(int parallel, int since) {
            ObjectNode meta = Json.object().put(LENGTH, length);
            if (parallel > 1) {
                meta.put("parallel", parallel).put("since", since);
            }
            return meta.set(VALUE, value);
        }

        /** {@code item}, {@code index}, {@code sequence}, {@code length} of a pass. */
        public JsonNode scope(int index) {
            ObjectNode scope =
                    Json.object().put("index", index).put("sequence", index + 1).put("length", length);
            return scope.set("item", item(index));
        }

        private JsonNode item(int index) {
            if (value.isNumber()) {
                return Json.NODES.numberNode(index);
            }
            return value.isArray() ? value.get(index) : value;
        }
    }
}
