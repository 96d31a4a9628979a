package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.ExecutionStatus;
import java.util.Arrays;
import java.util.Objects;

/** The workflow's options; see {@link WorkflowOptions}. Unknown options are kept and mean nothing. */
final class OptionsRules {
    private final JsonNode options;
    private final Report report;

    OptionsRules(JsonNode options, Report report) {
        this.options = options;
        this.report = report;
    }

    void check() {
        if (!options.isObject()) {
            report.violation("/options", "bad_option", "Expected options to be an object, but they are " + options);
            return;
        }
        wholeNumber("timeout", 0, Long.MAX_VALUE);
        wholeNumber("stackLimit", 1, Integer.MAX_VALUE);
        deletions(options.path("deleteExecutionOnStatus"));
        new StartRules(options, report).check();
    }

    private void wholeNumber(String name, long minimum, long maximum) {
        JsonNode value = options.path(name);
        boolean unset = value.isMissingNode() || value.isNull();
        boolean good = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= minimum
                && value.longValue() <= maximum;
        if (!unset && !good) {
            report.violation(
                    "/options/" + name,
                    "bad_option",
                    "Expected %s to be a whole number of at least %d, but it is %s".formatted(name, minimum, value));
        }
    }

    private void deletions(JsonNode statuses) {
        boolean unset = statuses.isMissingNode() || statuses.isNull();
        if (!unset && !statuses.isArray()) {
            report.violation(
                    "/options/deleteExecutionOnStatus",
                    "bad_option",
                    "Expected deleteExecutionOnStatus to be a list of statuses, but it is " + statuses);
        }
        for (int i = 0; statuses.isArray() && i < statuses.size(); i++) {
            if (!isEndStatus(statuses.get(i))) {
                report.violation(
                        "/options/deleteExecutionOnStatus/" + i,
                        "bad_option",
                        "Expected the number of a status that ends an execution, but it is " + statuses.get(i));
            }
        }
    }

    private static boolean isEndStatus(JsonNode value) {
        return value.isInt()
                && Arrays.stream(ExecutionStatus.values())
                        .filter(ExecutionStatus::ended)
                        .anyMatch(status -> Objects.equals(status.code(), value.intValue()));
    }
}
