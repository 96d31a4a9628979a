package dev.millrace.orchestrator.engine.node;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;

/** Sets what the workflow hands back. */
final class OutputNode implements ControlNode {
    static final String TYPE = "output";

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                TYPE,
                "Workflow output",
                "control",
                "export",
                Json.parse("""
                        {"type": "object", "properties": {"value": {"title": "Value", "x-ui": "template"}}}
                        """),
                Json.parse("""
                        {"title": "Value"}
                        """),
                null,
                false,
                true,
                "Sets the output of the execution: what a calling workflow or a waiting caller gets. A later output node"
                        + " replaces it. The workflow goes on.",
                Json.parse("""
                        {"value": {"total": "{{$context.data.total}}"}}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        Template value = compiler.template(node.config().path("value"));
        return run -> Resolving.then(value, run.variables(), Move.Output::new);
    }
}
