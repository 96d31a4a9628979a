package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.graph.GraphNode;
import dev.millrace.orchestrator.engine.state.Job;

/** The words of failures that the engine itself finds. */
final class Failures {
    static final String TIMEOUT = "timeout";
    static final String PAYLOAD_TOO_LARGE = "payload_too_large";
    static final String PAYLOAD_TOO_DEEP = "payload_too_deep";
    static final String UNKNOWN_NODE_TYPE = "unknown_node_type";

    private static final String CONDITION_NOT_MET = "condition_not_met";

    /** An execution's own timeout has the reason {@code timeout}; a step's must not be taken for it. */
    private static final String STEP_TIMEOUT = "step_timeout";

    private static final int LONGEST_DETAIL = 1_000;

    private Failures() {}

    static JsonNode timeout(GraphNode node) {
        return result(
                TIMEOUT,
                "Expected %s to end within %d ms, but it did not"
                        .formatted(named(node), node.document().timeout()));
    }

    static JsonNode payloadTooLarge(GraphNode node, String what, long bound) {
        return result(
                PAYLOAD_TOO_LARGE,
                "Expected the %s of %s to be at most %d bytes as JSON (%s), but it is larger"
                        .formatted(what, named(node), bound, Limits.RESULT_BYTES));
    }

    static JsonNode payloadTooDeep(GraphNode node, String what) {
        return result(
                PAYLOAD_TOO_DEEP,
                "Expected the %s of %s to nest at most %d levels, but it nests deeper: keep lists flat instead of wrapping values in each other"
                        .formatted(what, named(node), PayloadSize.DEEPEST));
    }

    static EndReason tooManyNodes(int bound) {
        return EndReason.of(
                "node_limit_exceeded",
                "Expected at most %d runs of nodes in one execution (%s), but there is one more: raise the limit, or split the work into sub-workflows"
                        .formatted(bound, Limits.NODE_RUNS));
    }

    static JsonNode unknownNodeType(GraphNode node) {
        return result(
                UNKNOWN_NODE_TYPE,
                "Expected a worker for node type %s, which %s has, but none has ever announced it: start one, or change the node"
                        .formatted(node.type(), named(node)));
    }

    private static JsonNode result(String code, String message) {
        return Json.object().put("message", message).put("code", code);
    }

    /** Why an execution ends with what this node ended with; null where nothing is known but the status. */
    static EndReason reason(GraphNode node, JobStatus status, JsonNode result, String code) {
        if (code == null) {
            return null;
        }
        String detail = "%s ended as %s%s".formatted(capital(named(node)), status, told(result));
        return EndReason.of(
                code.equals(TIMEOUT) ? STEP_TIMEOUT : code,
                detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())));
    }

    /** Why a list ends with a node whose job is over and whose branch has run. */
    static EndReason ownReason(GraphNode node, JobStatus status, JsonNode result) {
        return status == JobStatus.RESOLVED ? null : reason(node, status, result, CONDITION_NOT_MET);
    }

    /** What the log says of an attempt that is followed by another. */
    static String attempt(GraphNode node, Job job, Outcome outcome) {
        String code = outcome.retryCode() == null ? "" : " (" + outcome.retryCode() + ")";
        String line = "Attempt %d of %d ended as %s%s%s"
                .formatted(
                        job.attempt(),
                        node.document().retry().maxAttempts(),
                        outcome.status(),
                        code,
                        told(outcome.result()));
        return outcome.log() == null ? line : outcome.log() + "\n" + line;
    }

    static String told(JsonNode result) {
        if (result == null) {
            return "";
        }
        String message =
                result.isTextual() ? result.textValue() : result.path("message").asText("");
        return message.isEmpty() ? "" : ": " + message;
    }

    private static String named(GraphNode node) {
        return "node " + node.key();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
