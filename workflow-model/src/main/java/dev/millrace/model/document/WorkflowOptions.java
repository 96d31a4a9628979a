package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.List;

/**
 * The typed view of a workflow's options.
 *
 * @param timeout bound of a whole execution in ms, counted from its start; 0 = none
 * @param stackLimit how often this workflow may stand in one chain of triggers and sub-workflows; at least 1
 * @param deleteExecutionOnStatus numbers of the statuses whose executions are deleted once they end so
 */
public record WorkflowOptions(
        @JsonProperty("timeout") long timeout,
        @JsonProperty("stackLimit") int stackLimit,
        @JsonProperty("deleteExecutionOnStatus") List<Integer> deleteExecutionOnStatus) {

    public WorkflowOptions {
        stackLimit = Math.max(1, stackLimit);
        deleteExecutionOnStatus = deleteExecutionOnStatus == null ? List.of() : List.copyOf(deleteExecutionOnStatus);
    }

    public static WorkflowOptions of(JsonNode options) {
        return Json.mapper().convertValue(options, WorkflowOptions.class);
    }
}
