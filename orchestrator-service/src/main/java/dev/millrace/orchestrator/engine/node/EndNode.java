package dev.millrace.orchestrator.engine.node;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;

/** Ends the whole execution, from however deep inside. */
final class EndNode implements ControlNode {
    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "end",
                "End",
                "control",
                "stop",
                Json.parse("""
                        {"type": "object", "x-ends": true,
                         "properties": {
                           "endStatus": {"enum": [1, -1], "default": 1, "title": "Ends as",
                             "x-enum-titles": ["Succeeded", "Failed"]}}}
                        """),
                null,
                null,
                false,
                true,
                "Ends the whole execution at once, also from inside branches and loops. What is still under way elsewhere"
                        + " is aborted.",
                Json.parse("""
                        {"endStatus": 1}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        boolean fails = node.config().path("endStatus").asInt(1) == JobStatus.FAILED.code();
        var end = new Move.EndExecution(fails ? JobStatus.FAILED : JobStatus.RESOLVED, null);
        return run -> end;
    }
}
