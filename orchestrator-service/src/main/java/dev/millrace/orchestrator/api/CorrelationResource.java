package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ends waits by what an event names, where the caller knows no execution. */
@Tag(name = "Executions")
@Path("/api/jobs/resume")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class CorrelationResource {
    private final Executions executions;
    private final Commands commands;

    CorrelationResource(Executions executions, Commands commands) {
        this.executions = executions;
        this.commands = commands;
    }

    /**
     * An event from outside.
     *
     * @param correlation as the waiting node's config has it
     * @param workflowKey of the executions that are meant; null for any
     * @param status RESOLVED where there is none
     * @param result becomes the result of the waiting job
     */
    @Schema(name = "CorrelationEvent")
    public record Event(
            @JsonProperty("correlation") String correlation,
            @JsonProperty("workflowKey") String workflowKey,
            @JsonProperty("status") String status,
            @JsonProperty("result") JsonNode result) {}

    /** @param jobId of a job that was waiting */
    @Schema(name = "ResumedJob")
    public record Resumed(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("jobId") String jobId) {}

    @Schema(name = "CorrelationAccepted")
    public record Answer(@JsonProperty("resumed") List<Resumed> resumed) {}

    /** All jobs that wait for it are ended; 409 when none does, so that an event that came too early can be sent again. */
    @POST
    @Operation(operationId = "resumeByCorrelation", summary = "End the waits that an event from outside names")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> resume(Event event, @Context SecurityContext security) {
        if (event == null || event.correlation() == null || event.correlation().isBlank()) {
            throw ProblemException.badRequest("correlation", "Expected a correlation, but there is none");
        }
        var outcome = JobOutcome.of(new JobOutcome(event.status(), event.result()));
        var by = security.getUserPrincipal().getName();
        return executions.waitingFor(event.correlation(), event.workflowKey()).chain(jobs -> {
            if (jobs.isEmpty()) {
                throw ProblemException.conflict(
                        "nobody_waits",
                        "Expected a job that waits for " + event.correlation()
                                + ", but there is none (yet): send it again, or look for its execution");
            }
            var sent = jobs.stream()
                    .map(job -> outcome.command(job.executionId(), job.jobId(), job.attempt(), by))
                    .toList();
            var resumed = sent.stream()
                    .map(command -> new Resumed(command.executionId(), command.jobId()))
                    .toList();
            return commands.send(sent)
                    .map(done -> Response.accepted(new Answer(resumed)).build());
        });
    }
}
