package dev.millrace.trigger.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.rest.Problem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** The body of a manual run. */
sealed interface ExecuteRequest {
    int MAX_EVENT_KEY = 200;

    /**
     * @param eventKey null for a run that is never a repeat
     * @param patience how long the caller waits for the execution, empty to be answered at once
     */
    record Accepted(ObjectNode context, String eventKey, Optional<Duration> patience) implements ExecuteRequest {}

    record Refused(Problem problem) implements ExecuteRequest {}

    static ExecuteRequest parse(byte[] body, Duration maxWait) {
        JsonNode json;
        try {
            json = body == null || body.length == 0 ? Json.object() : Json.read(body, JsonNode.class);
        } catch (UncheckedIOException e) {
            return refused("", "invalid_json", "Expected the body to be JSON, but could not read it");
        }
        if (!json.isObject()) {
            return refused("", "invalid_body", "Expected the body to be an object, but it is not");
        }
        var context = json.path("context");
        if (!isAbsent(context) && !context.isObject()) {
            return refused("/context", "invalid_context", "Expected the context to be an object, but it is not");
        }
        var eventKey = json.path("eventKey");
        if (!isAbsent(eventKey) && !isEventKey(eventKey)) {
            return refused(
                    "/eventKey",
                    "invalid_event_key",
                    "Expected the event key to be a text of 1 to " + MAX_EVENT_KEY + " characters, but it is not");
        }
        var wait = json.path("wait");
        if (!isAbsent(wait) && !isWait(wait, maxWait)) {
            return refused(
                    "/wait",
                    "invalid_wait",
                    "Expected wait to be a number of milliseconds from 0 to " + maxWait.toMillis() + ", but it is not");
        }
        return new Accepted(
                isAbsent(context) ? Json.object() : (ObjectNode) context,
                isAbsent(eventKey) ? null : eventKey.textValue(),
                Optional.of(Duration.ofMillis(wait.asLong(0))).filter(bound -> !bound.isZero()));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isEventKey(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= MAX_EVENT_KEY;
    }

    private static boolean isWait(JsonNode value, Duration maxWait) {
        return value.isNumber() && value.asLong() >= 0 && value.asLong() <= maxWait.toMillis();
    }

    private static Refused refused(String pointer, String code, String detail) {
        return new Refused(Problem.of(400, code, detail).at(pointer));
    }
}
