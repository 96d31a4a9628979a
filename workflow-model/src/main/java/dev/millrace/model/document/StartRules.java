package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.VariablePath;
import java.util.Arrays;

/** The options that say when a start may run: {@link Concurrency} and the priority. */
final class StartRules {
    private static final String BAD = "bad_option";
    private static final String CONCURRENCY = "/options/concurrency";

    private final JsonNode options;
    private final Report report;

    StartRules(JsonNode options, Report report) {
        this.options = options;
        this.report = report;
    }

    void check() {
        JsonNode concurrency = options.path("concurrency");
        if (concurrency.isObject()) {
            limit(concurrency.path("limit"));
            key(concurrency.path("key"));
            overflow(concurrency.path("overflow"));
        } else if (isSet(concurrency)) {
            report.violation(
                    CONCURRENCY,
                    BAD,
                    "Expected concurrency to be an object with limit, key and overflow, but it is " + concurrency);
        }
        priority(options.path("priority"));
    }

    private static boolean isSet(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    private void limit(JsonNode limit) {
        if (!limit.isInt() || limit.intValue() < 1) {
            report.violation(
                    CONCURRENCY + "/limit",
                    BAD,
                    "Expected limit to be a whole number of at least 1, but it is " + told(limit));
        }
    }

    private void key(JsonNode key) {
        if (isSet(key) && !key.isTextual()) {
            report.violation(
                    CONCURRENCY + "/key", BAD, "Expected key to be a text with {{$context…}}, but it is " + key);
        } else if (key.isTextual()) {
            ofContext(CONCURRENCY + "/key", key);
        }
    }

    private void overflow(JsonNode overflow) {
        var known = Arrays.stream(Concurrency.Overflow.values())
                .map(Concurrency.Overflow::toJson)
                .toList();
        if (isSet(overflow) && !known.contains(overflow.textValue())) {
            report.violation(
                    CONCURRENCY + "/overflow",
                    BAD,
                    "Expected overflow to be one of %s, but it is %s".formatted(known, overflow));
        }
    }

    private void priority(JsonNode priority) {
        if (!isSet(priority) || priority.isInt()) {
            return;
        }
        if (Template.isWhole(priority)) {
            ofContext("/options/priority", priority);
        } else {
            report.violation(
                    "/options/priority",
                    BAD,
                    "Expected priority to be a whole number or one {{$context…}}, but it is " + priority);
        }
    }

    /** Nothing has run yet when a start is looked at. */
    private void ofContext(String pointer, JsonNode template) {
        Template.compile(template).paths().stream()
                .map(reference -> reference.path())
                .filter(path -> !path.root().equals(VariablePath.CONTEXT))
                .forEach(path -> report.violation(
                        pointer, BAD, "Expected only variables below $context, but there is {{%s}}".formatted(path)));
    }

    private static String told(JsonNode value) {
        return value.isMissingNode() ? "missing" : Json.text(value);
    }
}
