package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.condition.Condition;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import java.util.ArrayList;
import java.util.List;

/** Asks questions in order and takes the branch of the first that holds. */
final class MultiConditionsNode implements ControlNode {
    private static final int OTHERWISE = 0;

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "multi-conditions",
                "Multiple conditions",
                "control",
                "apartment",
                Json.parse("""
                        {"type": "object", "x-branches": {"each": "conditions", "from": 1},
                         "properties": {
                           "conditions": {"type": "array", "title": "Conditions",
                             "items": {"type": "object", "x-ui": "condition", "properties": {
                               "uid": {"type": "string", "x-ui": "hidden"},
                               "title": {"type": "string", "title": "Title"},
                               "engine": {"enum": ["basic", "math.js", "formula.js"], "default": "basic", "title": "Engine"},
                               "calculation": {"type": ["object", "null"], "title": "Condition"},
                               "expression": {"type": ["string", "null"], "title": "Expression"}}}},
                           "continueOnNoMatch": {"type": "boolean", "default": false,
                             "title": "Continue when no condition holds"}}}
                        """),
                Json.parse("""
                        {"type": ["boolean", "null"], "title": "Whether a condition held"}
                        """),
                new Branches(List.of(new Branches.Branch(OTHERWISE, "Otherwise")), true, 0, null),
                true,
                true,
                "Asks its conditions one after the other. The first that holds decides: branch 1 belongs to the first"
                        + " condition, branch 2 to the second, branch 0 runs when none holds. Without a match the workflow"
                        + " then ends as failed, unless it is to continue.",
                Json.parse("""
                        {"continueOnNoMatch": true, "conditions": [
                          {"uid": "c1", "title": "Large", "engine": "basic", "calculation": {"group": {"type": "and",
                            "calculations": [{"calculator": "gt", "operands": ["{{$context.data.amount}}", 1000]}]}}}]}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        var conditions = new ArrayList<Condition>();
        node.config().path("conditions").forEach(condition -> conditions.add(compiler.condition(condition)));
        return new Asking(
                List.copyOf(conditions), node.config().path("continueOnNoMatch").asBoolean(false));
    }

    private record Asking(List<Condition> conditions, boolean continueOnNoMatch) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            ArrayNode answers = Json.NODES.arrayNode();
            for (Condition condition : conditions) {
                Evaluation evaluation = condition.evaluate(run.variables());
                if (evaluation instanceof Evaluation.Failure failure) {
                    return Move.error(failure.code(), failure.message());
                }
                answers.add(((Evaluation.Value) evaluation).value());
                if (last(answers).asBoolean()) {
                    return into(run, JobStatus.RESOLVED, answers, answers.size());
                }
            }
            return into(run, continueOnNoMatch ? JobStatus.RESOLVED : JobStatus.FAILED, answers, OTHERWISE);
        }

        private static Move into(NodeRun run, JobStatus status, ArrayNode answers, int branch) {
            JsonNode meta = Json.object().set("conditions", answers);
            return new Move.EndInto(
                    status, last(answers), meta, run.node().head(branch).orElse(null));
        }

        private static JsonNode last(ArrayNode answers) {
            return Resolving.valueOf(answers.path(answers.size() - 1));
        }
    }
}
