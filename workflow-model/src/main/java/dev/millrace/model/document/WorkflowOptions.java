package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.List;

/**
 * The typed view of a workflow's options.
 *
 * @param timeout bound of a whole execution in ms, counted from when it begins to run (not from when it was queued for a slot);
 *     0 = none
 * @param stackLimit how often this workflow may stand in one chain of triggers and sub-workflows; at least 1
 * @param deleteExecutionOnStatus numbers of the statuses whose executions are deleted once they end so
 * @param concurrency how many executions may run at once; null for no limit
 * @param priority of starts: a whole number, or a template over {@code $context} that gives one; greater ones first; null
 *     for 0
 */
public record WorkflowOptions(
        @JsonProperty("timeout") long timeout,
        @JsonProperty("stackLimit") int stackLimit,
        @JsonProperty("deleteExecutionOnStatus") List<Integer> deleteExecutionOnStatus,
        @JsonProperty("concurrency") Concurrency concurrency,
        @JsonProperty("priority") JsonNode priority) {

    public WorkflowOptions {
        stackLimit = Math.max(1, stackLimit);
        deleteExecutionOnStatus = deleteExecutionOnStatus == null ? List.of() : List.copyOf(deleteExecutionOnStatus);
    }

    public static WorkflowOptions of(JsonNode options) {
        return Json.mapper().convertValue(options, WorkflowOptions.class);
    }
}
