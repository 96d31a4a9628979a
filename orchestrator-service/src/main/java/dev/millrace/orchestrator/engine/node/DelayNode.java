package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.model.variable.Template;
import java.time.Duration;

/** Lets time pass. */
final class DelayNode implements ControlNode {
    /** For a config without a unit; the form of the node presets minutes. */
    private static final long DEFAULT_UNIT = 1_000;

    /** A hundred years: far beyond any use, and every instant stays representable. */
    private static final double LONGEST = Duration.ofDays(36_525).toMillis();

    private static final String CORRELATION = "correlation";
    private static final int LONGEST_CORRELATION = 255;

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "delay",
                "Delay",
                "control",
                "hourglass",
                Json.parse("""
                        {"type": "object",
                         "properties": {
                           "duration": {"type": "number", "minimum": 1, "default": 1, "title": "Duration", "x-template": true},
                           "unit": {"enum": [1000, 60000, 3600000, 86400000, 604800000], "default": 60000, "title": "Unit",
                             "x-enum-titles": ["Seconds", "Minutes", "Hours", "Days", "Weeks"], "description": "In milliseconds."},
                           "correlation": {"type": ["string", "null"], "title": "Correlation", "x-ui": "template", "x-template": true, "x-advanced": true,
                             "description": "What an event from outside names to end the wait before its time, for example order-{{$context.data.id}}."},
                           "endStatus": {"enum": [1, -1], "default": 1, "title": "Then",
                             "x-enum-titles": ["Go on", "Fail"]}}}
                        """),
                Json.parse("""
                        {"title": "Whole delay in milliseconds, or the data of the event that ended it"}
                        """),
                null,
                false,
                false,
                "Waits for a time, however long, over restarts too; then goes on, or ends as failed. With a correlation an"
                        + " event from outside that names it ends the wait before its time, and its data become the result.",
                Json.parse("""
                        {"duration": 5, "unit": 60000, "endStatus": 1}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        JsonNode config = node.config();
        boolean fails = config.path("endStatus").asInt(1) == JobStatus.FAILED.code();
        JsonNode duration = config.has("duration") ? config.get("duration") : Json.NODES.numberNode(1);
        return new Delaying(
                compiler.template(duration),
                compiler.template(config.path(CORRELATION)),
                config.path("unit").asLong(DEFAULT_UNIT),
                fails ? JobStatus.FAILED : JobStatus.RESOLVED);
    }

    private record Delaying(Template duration, Template correlation, long unit, JobStatus endStatus)
            implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            return Resolving.then(duration, run.variables(), amount -> wait(run, amount));
        }

        private Move wait(NodeRun run, JsonNode amount) {
            double millis = amount.asDouble(Double.NaN) * unit;
            if (!(millis >= 0 && millis <= LONGEST)) {
                return Move.error(
                        "invalid_duration",
                        "Error: Expected a duration from 0 ms to 100 years, but it is %s times %d ms"
                                .formatted(amount.asText(), unit));
            }
            long whole = Math.round(millis);
            return Resolving.then(correlation, run.variables(), text -> wait(run, whole, text));
        }

        private static Move wait(NodeRun run, long millis, JsonNode correlation) {
            String text = correlation.isValueNode() ? correlation.asText("") : "";
            if (text.length() > LONGEST_CORRELATION) {
                return Move.error(
                        "invalid_correlation",
                        "Expected a correlation of at most %d characters, but it has %d"
                                .formatted(LONGEST_CORRELATION, text.length()));
            }
            JsonNode meta = text.isEmpty() || correlation.isNull() || correlation.isMissingNode()
                    ? null
                    : Json.object().put(CORRELATION, text);
            return new Move.Wait(Json.NODES.numberNode(millis), meta, run.now().plusMillis(millis));
        }

        @Override
        public Move due(NodeRun run) {
            return new Move.End(endStatus, run.result(), endStatus == JobStatus.RESOLVED ? null : "delay_over");
        }
    }
}
