package dev.millrace.orchestrator.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;

/** The outcome of a called workflow as the job takes it that waits for it. */
final class ChildReport {
    private static final String FAILED = "subflow_failed";

    private ChildReport() {}

    /** The execution has ended. */
    static StepResult ended(Reply outcome) {
        var caller = new ReplyAddress(outcome.address(), outcome.correlationId(), ReplyAddress.Detail.JOB);
        String log = "Ran as execution " + outcome.executionId();
        if (outcome.status() == ExecutionStatus.RESOLVED) {
            JsonNode output = outcome.output() == null ? Json.NODES.nullNode() : outcome.output();
            return result(caller, JobStatus.RESOLVED, output, null, log);
        }
        var failure = Json.object()
                .put("message", sentence(outcome))
                .put("code", FAILED)
                .put("executionId", outcome.executionId())
                .put("status", outcome.status().name());
        if (outcome.reason() != null) {
            failure.set("reason", Json.mapper().valueToTree(outcome.reason()));
        }
        return result(caller, JobStatus.valueOf(outcome.status().name()), failure, FAILED, log);
    }

    private static String sentence(Reply outcome) {
        var reason = outcome.reason();
        String why = reason == null ? "" : ": " + (reason.detail() == null ? reason.code() : reason.detail());
        return "Expected execution %s of the called workflow to succeed, but it ended as %s%s"
                .formatted(outcome.executionId(), outcome.status(), why);
    }

    /** No execution came of the call, or none whose outcome is known. */
    static StepResult refused(ReplyAddress caller, EndReason reason) {
        var failure = Json.object().put("message", reason.detail()).put("code", reason.code());
        return result(caller, JobStatus.ERROR, failure, reason.code(), null);
    }

    private static StepResult result(ReplyAddress caller, JobStatus status, JsonNode result, String code, String log) {
        return new StepResult(caller.address(), caller.jobId(), caller.attempt(), status, result, code, log);
    }
}
