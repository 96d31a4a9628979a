package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.expressions.condition.Condition;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.model.variable.Template;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.List;

/** Runs its branch once for each element, or a number of times, one pass after the other. */
public final class LoopNode implements ControlNode {
    static final String TYPE = "loop";

    private static final int BODY = 0;

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                TYPE,
                "Loop",
                "control",
                "redo",
                Json.parse("""
                        {"type": "object",
                         "properties": {
                           "target": {"type": ["number", "array", "string", "null"], "title": "Target", "x-ui": "template",
                             "x-template": true,
                             "description": "A number of passes, or a list whose elements are taken one by one."},
                           "condition": {"title": "Condition of a pass", "oneOf": [
                             {"const": false},
                             {"type": "object", "x-ui": "condition", "properties": {
                               "checkpoint": {"enum": [0, 1], "default": 0, "title": "Check",
                                 "description": "0 before each pass, 1 between passes."},
                               "continueOnFalse": {"type": "boolean", "default": false, "title": "When it does not hold",
                                 "description": "false leaves the loop, true skips the pass."},
                               "engine": {"enum": ["basic", "math.js", "formula.js"], "default": "basic", "title": "Engine"},
                               "calculation": {"type": ["object", "null"], "title": "Condition"},
                               "expression": {"type": ["string", "null"], "title": "Expression"}}}]},
                           "exit": {"enum": [0, 1, 2], "default": 0, "title": "When a pass fails",
                             "description": "0 the loop fails too, 1 leave the loop, 2 go on with the next pass."}}}
                        """),
                Json.parse("""
                        {"type": "object", "properties": {
                          "looped": {"type": "integer", "title": "Passes begun or skipped"},
                          "done": {"type": "integer", "title": "Passes done"},
                          "broken": {"type": "boolean", "title": "Left early"},
                          "exceeded": {"type": "boolean", "title": "Stopped by the limit of passes"}}}
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
                        + " index (from 0), sequence (from 1) and length.",
                Json.parse("""
                        {"target": "{{$context.data.items}}", "condition": false, "exit": 0}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        JsonNode config = node.config();
        JsonNode condition = config.path("condition");
        return new Looping(
                compiler.template(config.path("target")),
                asks(condition) ? compiler.condition(condition) : null,
                condition.path("checkpoint").asInt(0) == 1,
                condition.path("continueOnFalse").asBoolean(false),
                Exit.of(config.path("exit").asInt(0)));
    }

    /** As in a condition node an engine but {@code basic} needs an expression; without one the loop has no condition. */
    private static boolean asks(JsonNode condition) {
        return condition.isObject()
                && (condition.path("calculation").isObject()
                        || !condition.path("expression").asText("").isBlank());
    }

    /** What a failed pass does to the loop. */
    private enum Exit {
        RETURN,
        BREAK,
        CONTINUE;

        static Exit of(int number) {
            return number == 1 ? BREAK : number == 2 ? CONTINUE : RETURN;
        }
    }

    /** What a loop's job remembers and what its passes see; the target is frozen at the start. */
    public record Target(JsonNode value, int length) {
        private static final String VALUE = "target";
        private static final String LENGTH = "length";

        public static Target of(JsonNode meta) {
            return new Target(meta.path(VALUE), meta.path(LENGTH).asInt());
        }

        JsonNode meta() {
            return Json.object().put(LENGTH, length).set(VALUE, value);
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

    private record Progress(int looped, int done) {
        static Progress of(JsonNode result) {
            return result == null
                    ? new Progress(0, 0)
                    : new Progress(
                            result.path("looped").asInt(), result.path("done").asInt());
        }

        Progress begun() {
            return new Progress(looped + 1, done);
        }

        Progress finished() {
            return new Progress(looped, done + 1);
        }

        ObjectNode result() {
            return Json.object().put("looped", looped).put("done", done);
        }

        JsonNode broken() {
            return result().put("broken", true);
        }
    }

    private record Looping(Template target, Condition condition, boolean between, boolean skips, Exit exit)
            implements Behaviour {

        @Override
        public Move enter(NodeRun run) {
            if (run.meta() != null) {
                return pass(run, Target.of(run.meta()), new Progress(0, 0));
            }
            return Resolving.then(target, run.variables(), value -> start(run, value));
        }

        private Move start(NodeRun run, JsonNode value) {
            double passes = passes(value);
            if (passes < 0) {
                return Move.error("invalid_target", "Loop target in number type must be greater than 0");
            }
            if (passes > Integer.MAX_VALUE) {
                return Move.error(
                        "invalid_target", "Expected a loop target of at most 2147483647, but it is " + value.asText());
            }
            if (passes == 0 || run.node().heads().isEmpty()) {
                return Move.resolved(new Progress(0, 0).result());
            }
            // The first look at the condition already sees the scope, which needs the frozen target in the job.
            return new Move.Open(new Progress(0, 0).result(), new Target(value, (int) passes).meta(), null, 0);
        }

        private static double passes(JsonNode value) {
            if (value.isNull() || value.isTextual() && value.textValue().isEmpty()) {
                return 0;
            }
            if (value.isNumber()) {
                return Math.floor(value.doubleValue());
            }
            return value.isArray() ? value.size() : 1;
        }

        @Override
        public Move goOn(NodeRun run, int step) {
            return pass(run, Target.of(run.meta()), Progress.of(run.result()));
        }

        @Override
        public Move branchEnded(NodeRun run, int branchIndex, JobStatus status) {
            var progress = Progress.of(run.result());
            if (status != JobStatus.RESOLVED && exit == Exit.RETURN) {
                return new Move.End(status, progress.result(), null);
            }
            if (status != JobStatus.RESOLVED && exit == Exit.BREAK) {
                return Move.resolved(progress.broken());
            }
            return pass(run, Target.of(run.meta()), progress.finished());
        }

        @Override
        public int lastPass(JsonNode result) {
            return Progress.of(result).looped() - 1;
        }

        /** Passes that were skipped cannot be told from done ones any more: the count of done passes is an upper bound. */
        @Override
        public Rewound rewound(GraphNode node, JsonNode result, Entrance entrance) {
            int done = Math.min(Progress.of(result).done(), entrance.pass());
            return new Rewound(new Progress(entrance.pass() + 1, done).result(), List.of());
        }

        /** What comes behind {@code looped} passes: the next, or the end. */
        private Move pass(NodeRun run, Target frozen, Progress progress) {
            int index = progress.looped();
            if (index >= frozen.length()) {
                return Move.resolved(progress.result());
            }
            if (run.loopPasses() > 0 && progress.done() >= run.loopPasses()) {
                return new Move.End(JobStatus.ERROR, progress.result().put("exceeded", true), "loop_limit_exceeded");
            }
            var inside = run.path().enter(run.key(), index);
            if (condition == null || between && index == 0) {
                return body(run, inside, progress);
            }
            return Resolving.then(condition.evaluate(run.variables(inside)), answer -> {
                if (answer.asBoolean()) {
                    return body(run, inside, progress);
                }
                return skips
                        ? new Move.Open(progress.begun().result(), null, null, 0)
                        : Move.resolved(progress.broken());
            });
        }

        private static Move body(NodeRun run, Path inside, Progress progress) {
            var body = new Move.Entry(run.node().heads().get(0), inside);
            return new Move.Open(progress.begun().result(), null, body, Move.Open.NONE);
        }
    }
}
