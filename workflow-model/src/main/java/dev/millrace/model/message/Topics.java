package dev.millrace.model.message;

import java.util.List;

/**
 * Names of the topics; see the table in {@code docs/architecture.md}.
 *
 * @param prefix stands before every name, {@code millrace.} unless configured
 */
public record Topics(String prefix) {
    public static final Topics DEFAULT = new Topics("millrace.");

    /** Header that carries the schema version of a message; a message without it is version 1. */
    public static final String VERSION_HEADER = "millrace-version";

    /** Header that carries the W3C trace context. */
    public static final String TRACE_HEADER = "traceparent";

    public String workflowDefinitions() {
        return prefix + "workflow-definitions";
    }

    public String nodeTypes() {
        return prefix + "node-types";
    }

    public String rowChanges(String source, String schema, String table) {
        return rowChangesOf(source) + schema + "." + table;
    }

    /** The start of the names of all row-change topics of one data source. */
    public String rowChangesOf(String source) {
        return prefix + "row-changes." + source + ".";
    }

    public String triggerEvents() {
        return prefix + "trigger-events";
    }

    public String stepCommands(String nodeType) {
        return prefix + "step-commands." + nodeType;
    }

    public String stepCancellations() {
        return prefix + "step-cancellations";
    }

    public String stepResults() {
        return prefix + "step-results";
    }

    public String executionCommands() {
        return prefix + "execution-commands";
    }

    public String executionEvents() {
        return prefix + "execution-events";
    }

    public String replies() {
        return prefix + "replies";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /** How far the change logs of data sources have been read; the trigger service's own. */
    public String captureOffsets() {
        return prefix + "trigger-capture-offsets";
    }

    /**
     * The topics whose records drive executions. They have the same partition count and are assigned by range, so that one
     * orchestrator owns partition n of each, and records of one execution arrive in order at one owner.
     */
    public List<String> drivingExecutions() {
        return List.of(triggerEvents(), stepResults(), executionCommands());
    }
}
