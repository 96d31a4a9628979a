package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import dev.millrace.orchestrator.engine.node.date.DateCalculation;

/** Takes a date or a number through steps. */
final class DateCalculationNode implements ControlNode {
    private static final String INPUT = "input";

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                "dateCalculation",
                "Date calculation",
                "calculation",
                "calendar",
                Json.parse(CONFIG),
                Json.parse("""
                        {"type": ["string", "number", "boolean"],
                         "title": "Output of the last step; a date as ISO 8601 text in UTC"}
                        """),
                null,
                true,
                true,
                "Takes a date or a number through steps, one after the other. Dates: add, subtract, startOfTime, endOfTime (weeks"
                        + " begin on Monday), changeTimezone, diff, get (week is the day of the week, Sunday 0), isLeapYear,"
                        + " toTimestamp, format (tokens of Day.js). Numbers: tsToDate, transDuration (a year has 365 days, a"
                        + " month a twelfth of them). Units: year, quarter, month, week, day, hour, minute, second,"
                        + " millisecond. Days begin in the time zone of the server until changeTimezone.",
                Json.parse("""
                        {"inputType": "date", "input": "{{$context.data.createdAt}}", "steps": [
                          {"function": "add", "arguments": {"number": 1, "unit": "month"}},
                          {"function": "startOfTime", "arguments": {"unit": "month"}},
                          {"function": "format", "arguments": {"format": "YYYY-MM-DD"}}]}
                        """));
    }

    private static final String CONFIG = """
            {"type": "object",
             "properties": {
               "inputType": {"enum": ["date", "number"], "default": "date", "title": "Type of the input",
                 "x-enum-titles": ["A date", "A number"]},
               "input": {"title": "Input", "x-ui": "template", "description": "A date that is not given is now."},
               "steps": {"type": "array", "title": "Steps", "items": {"type": "object", "required": ["function"],
                 "properties": {
                   "function": {"enum": ["add", "subtract", "startOfTime", "endOfTime", "changeTimezone", "diff", "get",
                     "isLeapYear", "toTimestamp", "tsToDate", "format", "transDuration"], "title": "Function", "x-enum-titles": [
                     "Add", "Subtract", "Start of", "End of", "Change the time zone", "Difference", "Get a part", "Is it a leap year",
                     "To a timestamp", "From a timestamp", "Format", "Convert a duration"]},
                   "arguments": {"type": "object", "properties": {
                     "number": {"default": 1, "title": "Number", "x-ui": "template",
                       "x-visible-when": {"../function": ["add", "subtract"]}},
                     "unit": {"type": "string", "title": "Unit", "examples": ["second", "minute", "hour", "day", "week", "month", "quarter", "year"],
                       "x-visible-when": {"../function": ["add", "subtract", "startOfTime", "endOfTime", "diff", "get", "toTimestamp", "tsToDate"]},
                       "description": "Day unless set; second unless set for timestamps."},
                     "timezone": {"type": "string", "title": "Time zone", "x-placeholder": "Europe/Berlin",
                       "x-visible-when": {"../function": "changeTimezone"}, "description": "A name such as Europe/Berlin."},
                     "date": {"title": "Other date", "x-ui": "template", "x-visible-when": {"../function": "diff"}, "description": "Now unless set."},
                     "isAbs": {"type": "boolean", "default": false, "x-template": true, "title": "Without sign", "x-visible-when": {"../function": "diff"}},
                     "round": {"default": false, "title": "Rounding", "x-visible-when": {"../function": ["diff", "transDuration"]},
                       "description": "false not at all, 0 to the nearest, 1 up, -1 down"},
                     "format": {"type": "string", "default": "YYYY-MM-DD", "title": "Format", "x-visible-when": {"../function": "format"}},
                     "unitBefore": {"type": "string", "default": "day", "title": "From unit",
                       "x-visible-when": {"../function": "transDuration"}},
                     "unitAfter": {"type": "string", "default": "day", "title": "To unit",
                       "x-visible-when": {"../function": "transDuration"}}}}}}}}}
            """;

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        JsonNode config = node.config();
        if (config.path(INPUT).isNull()) {
            config = ((ObjectNode) config.deepCopy()).without(INPUT);
        }
        return new Calculating(config, compiler.template(config));
    }

    private record Calculating(JsonNode config, Template template) implements Behaviour {
        @Override
        public Move enter(NodeRun run) {
            return Resolving.then(template, run.variables(), resolved -> calculate(run, resolved));
        }

        private Move calculate(NodeRun run, JsonNode resolved) {
            return LeftOut.first(config, resolved)
                    .map(field -> Move.error(
                            "invalid_input",
                            "Error: Invalid input. Expected %s to have a value, but its variable has none"
                                    .formatted(field)))
                    .orElseGet(
                            () -> Resolving.then(DateCalculation.of(resolved, run.now(), run.zone()), Move::resolved));
        }
    }
}
