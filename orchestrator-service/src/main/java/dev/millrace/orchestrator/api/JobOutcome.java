package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.JobStatus;
import dev.millrace.rest.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a waiting job ends, as somebody outside says.
 *
 * @param status RESOLVED where there is none; by name or number
 */
record JobOutcome(
        @JsonProperty("status") String status,
        @JsonProperty("result") JsonNode result) {
    private static final JobOutcome RESOLVED = new JobOutcome(null, null);

    /** @param body null for none */
    static JobOutcome of(JobOutcome body) {
        var outcome = body == null ? RESOLVED : body;
        outcome.jobStatus();
        return outcome;
    }

    ExecutionCommand.ResumeJob command(String executionId, String jobId, int attempt, String by) {
        return new ExecutionCommand.ResumeJob(
                executionId, jobId, attempt, by, jobStatus(), result == null ? NullNode.getInstance() : result);
    }

    private JobStatus jobStatus() {
        var named = status == null ? "RESOLVED" : status.toUpperCase(Locale.ROOT);
        return Arrays.stream(JobStatus.values())
                .filter(JobStatus::ended)
                .filter(one ->
                        one.name().equals(named) || String.valueOf(one.code()).equals(named))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.badRequest("status", "Expected a status from RESOLVED on, but was " + status));
    }
}
