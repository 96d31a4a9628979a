package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.orchestrator.engine.node.SubflowNode;
import dev.millrace.orchestrator.engine.state.Job;
import java.util.Optional;

/**
 * Which execution a job waits for that has called a workflow. It is the job's result for as long as it waits, so that people
 * see it too.
 *
 * @param workflowId the version
 */
public record CalledWorkflow(String executionId, String workflowId, String workflowKey) {
    private static final String EXECUTION_ID = "executionId";
    private static final String WORKFLOW_ID = "workflowId";
    private static final String WORKFLOW_KEY = "workflowKey";

    /** Empty for a job that waits for no workflow. */
    public static Optional<CalledWorkflow> of(Job job) {
        boolean waits =
                job != null && job.pending() && job.dispatched() && job.type().equals(SubflowNode.TYPE);
        return waits ? Optional.of(read(job.result())) : Optional.empty();
    }

    private static CalledWorkflow read(JsonNode result) {
        return new CalledWorkflow(
                result.path(EXECUTION_ID).textValue(),
                result.path(WORKFLOW_ID).textValue(),
                result.path(WORKFLOW_KEY).textValue());
    }

    JsonNode toJson() {
        return Json.object()
                .put(EXECUTION_ID, executionId)
                .put(WORKFLOW_ID, workflowId)
                .put(WORKFLOW_KEY, workflowKey);
    }

    /** Another attempt is another call. */
    static String eventKey(String jobId, int attempt) {
        return jobId + "#" + attempt;
    }

    /** Tells the execution that nobody waits for it any more. */
    public ExecutionCommand.Abort abort(String parentExecutionId, Job job) {
        return new ExecutionCommand.Abort(
                executionId,
                workflowId,
                workflowKey,
                eventKey(job.id(parentExecutionId), job.attempt()),
                parentExecutionId,
                "Expected node %s of execution %s to wait for the outcome, but it no longer does"
                        .formatted(job.nodeKey(), parentExecutionId));
    }
}
