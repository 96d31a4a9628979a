package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;

/** Calls another workflow. */
public final class SubflowNode implements ControlNode {
    public static final String TYPE = "subflow";

    private static final String WORKFLOW = "workflow";
    private static final String CONTEXT = "context";

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                TYPE,
                "Invoke workflow",
                "control",
                "workflow",
                Json.parse("""
                        {"type": "object",
                         "required": ["workflow"],
                         "properties": {
                           "workflow": {"type": "string", "minLength": 1, "title": "Workflow", "x-ui": "workflow",
                             "description": "Key of the workflow to call, of any trigger type, enabled or not."},
                           "context": {"title": "Context", "x-ui": "json",
                             "description": "What the called workflow sees as $context."},
                           "wait": {"type": "boolean", "default": true, "title": "Wait for its end",
                             "description": "Otherwise this workflow goes on at once, and neither hears of the other again."}}}
                        """),
                Json.parse("""
                        {"title": "Output of the called workflow; its execution id where its end is not awaited"}
                        """),
                null,
                false,
                true,
                "Calls another workflow in its current version, with a context, and waits for its end: the result is what its"
                        + " Output node wrote, or null. When it fails, is cancelled or aborted, so is this node (error code"
                        + " subflow_failed). When this execution ends or goes on without it, the called one is aborted; it"
                        + " never runs longer than this one may wait. How deep workflows may call each other is bounded by"
                        + " the called workflow's stack limit.",
                Json.parse("""
                        {"workflow": "reserve-stock", "context": {"data": "{{$context.data}}"}, "wait": true}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        JsonNode config = node.config();
        ObjectNode called = Json.object();
        called.set(WORKFLOW, config.path(WORKFLOW));
        called.set(CONTEXT, config.hasNonNull(CONTEXT) ? config.get(CONTEXT) : Json.object());
        Template target = compiler.template(called);
        boolean waits = config.path("wait").asBoolean(true);
        return run -> Resolving.then(target, run.variables(), value -> call(value, waits));
    }

    private static Move call(JsonNode target, boolean waits) {
        String key = target.path(WORKFLOW).asText("");
        if (key.isBlank()) {
            return Move.error("unknown_workflow", "Expected the key of a workflow to call, but it is empty");
        }
        return new Move.Call(key, target.path(CONTEXT), waits);
    }
}
