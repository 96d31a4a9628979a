package dev.millrace.orchestrator.engine.node.date;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/** Takes a date or a number through steps, each of which gets what the one before has made. */
public final class DateCalculation {
    private static final String NUMBER = "number";

    private final JsonNode config;
    private final Instant now;
    private final ZoneId zone;

    private DateCalculation(JsonNode config, Instant now, ZoneId zone) {
        this.config = config;
        this.now = now;
        this.zone = zone;
    }

    /**
     * @param config {@code {inputType, input, steps: [{function, arguments}]}}, its templates filled in
     * @param now the input, and the other date of {@code diff}, where none is given
     * @param zone in which days and months begin until a step changes it
     */
    public static Evaluation of(JsonNode config, Instant now, ZoneId zone) {
        return new DateCalculation(config, now, zone).run();
    }

    private Evaluation run() {
        try {
            return new Evaluation.Value(steps(input()).json());
        } catch (DateProblem problem) {
            return new Evaluation.Failure(problem.code(), "Error: " + problem.getMessage());
        }
    }

    private Value input() {
        JsonNode input = config.path("input");
        boolean number = config.path("inputType").asText().equals(NUMBER);
        if (input.isMissingNode() && !number) {
            return new Value.OfDate(now.atZone(zone));
        }
        return number
                ? Reading.number(input)
                        .<Value>map(Value.OfNumber::new)
                        .orElseThrow(() -> invalidInput("a number", input))
                : Reading.date(input, zone).map(Value.OfDate::new).orElseThrow(() -> invalidInput("a date", input));
    }

    private static DateProblem invalidInput(String kind, JsonNode input) {
        return new DateProblem(
                "invalid_input", "Invalid input. Expected input to be %s, but it is %s".formatted(kind, shown(input)));
    }

    private Value steps(Value input) {
        Value value = input;
        JsonNode steps = config.path("steps");
        for (int i = 0; i < steps.size(); i++) {
            value = step(value, steps.get(i), i + 1);
        }
        return value;
    }

    private Value step(Value input, JsonNode step, int number) {
        String name = step.path("function").asText("");
        var function = DateFunction.named(name)
                .orElseThrow(() -> new DateProblem(
                        "unknown_function",
                        "Expected the function of step %d to be one of %s, but it is \"%s\""
                                .formatted(number, DateFunction.names(), name)));
        try {
            return function.of(input, new Arguments(step.path("arguments"), now, zone));
        } catch (DateProblem problem) {
            throw new DateProblem(problem.code(), "Step %d (%s). %s".formatted(number, name, problem.getMessage()));
        } catch (DateTimeException | ArithmeticException e) {
            throw new DateProblem(
                    "date_out_of_range",
                    "Step %d (%s). Expected a date within 271,821 years of 1970, but it is beyond"
                            .formatted(number, name));
        }
    }

    static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : Json.text(value);
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
