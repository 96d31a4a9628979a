package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.condition.Condition;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import java.util.List;

/** Asks a question and takes the branch of the answer, or stops the workflow when the answer is no. */
final class ConditionNode implements ControlNode {
    private static final int NO = 0;
    private static final int YES = 1;

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "condition",
                "Condition",
                "control",
                "branches",
                Json.parse("""
                        {"type": "object", "x-ui": "condition", "x-branches": {"when": {"rejectOnFalse": false}},
                         "required": ["rejectOnFalse"],
                         "properties": {
                           "rejectOnFalse": {"type": "boolean", "default": true, "title": "Continue only when yes",
                             "description": "Otherwise the node has a branch for yes and one for no."},
                           "engine": {"enum": ["basic", "math.js", "formula.js"], "default": "basic", "title": "Engine"},
                           "calculation": {"type": ["object", "null"], "title": "Condition"},
                           "expression": {"type": ["string", "null"], "title": "Expression"}}}
                        """),
                Json.parse("""
                        {"type": "boolean", "title": "Answer"}
                        """),
                new Branches(List.of(new Branches.Branch(YES, "Yes"), new Branches.Branch(NO, "No")), false, 0, null),
                true,
                true,
                "Asks whether something holds. Either the workflow goes on only when it does and ends as failed when it"
                        + " does not, or each answer has a branch of its own; both meet again behind the node.",
                Json.parse("""
                        {"rejectOnFalse": false, "engine": "basic",
                         "calculation": {"group": {"type": "and", "calculations": [
                           {"calculator": "equal", "operands": ["{{$context.data.status}}", "open"]}]}}}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        return new Asking(
                compiler.condition(node.config()),
                node.config().path("rejectOnFalse").asBoolean(false));
    }

    private record Asking(Condition condition, boolean rejectOnFalse) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            return Resolving.then(condition.evaluate(run.variables()), answer -> answered(run, answer));
        }

        private Move answered(NodeRun run, JsonNode answer) {
            boolean yes = answer.asBoolean();
            if (!yes && rejectOnFalse) {
                return new Move.End(JobStatus.FAILED, answer, "condition_not_met");
            }
            var head = run.node().head(yes ? YES : NO);
            return new Move.EndInto(JobStatus.RESOLVED, answer, null, head.orElse(null));
        }
    }
}
