package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;

/**
 * How an attempt of a job ended.
 *
 * @param code names the failure, or null
 * @param log what there was to say, or null
 * @param inner why, where the failure came from a branch; else null
 */
record Outcome(JobStatus status, JsonNode result, String code, String log, EndReason inner) {

    static Outcome resolved(JsonNode result) {
        return new Outcome(JobStatus.RESOLVED, result, null, null, null);
    }

    static Outcome error(JsonNode result, String code) {
        return new Outcome(JobStatus.ERROR, result, code, null, null);
    }

    /** What retry policies go by: a failure in a branch counts under its own code. */
    String retryCode() {
        return code == null && inner != null ? inner.code() : code;
    }

    EndReason reason(GraphNode node) {
        if (status == JobStatus.RESOLVED) {
            return null;
        }
        return inner != null ? inner : Failures.reason(node, status, result, code);
    }
}
