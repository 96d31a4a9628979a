package dev.millrace.orchestrator.engine.node;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.JsText;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;

/** Adds a message to what the waiting caller is told. */
final class ResponseMessageNode implements ControlNode {
    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "response-message",
                "Response message",
                "control",
                "message",
                Json.parse("""
                        {"type": "object", "properties": {
                          "message": {"type": "string", "title": "Message", "x-ui": "template"}}}
                        """),
                Json.parse("""
                        {"type": "string", "title": "Message"}
                        """),
                null,
                false,
                true,
                "Adds a message to what the waiting caller is told when the workflow ends: all of them are collected, in order."
                        + " An empty message adds nothing. The workflow goes on; an End node behind it ends it. Messages of a"
                        + " called workflow stay with its own execution: its caller sees its output.",
                Json.parse("""
                        {"message": "Only {{$context.data.stock}} are left"}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        Template message = compiler.template(node.config().path("message"));
        return run -> Resolving.then(message, run.variables(), value -> new Move.Tell(JsText.of(value)));
    }
}
