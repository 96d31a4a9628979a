package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Steers one execution. Answers as soon as the execution has taken the command; after two seconds it answers that it was asked
 * for.
 */
@Tag(name = "Executions")
@Path("/api/executions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class SteeringResource {
    private final Executions executions;
    private final Commands commands;
    private final HostBean host;

    SteeringResource(Executions executions, Commands commands, HostBean host) {
        this.executions = executions;
        this.commands = commands;
        this.host = host;
    }

    /**
     * What the caller of a command is told.
     *
     * @param taken whether the execution has taken the command; if not it is still to come
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SteeringAccepted")
    public record Accepted(
            @JsonProperty("id") String id,
            @JsonProperty("status") ExecutionStatus status,
            @JsonProperty("paused") boolean paused,
            @JsonProperty("taken") boolean taken) {}

    /** What the caller of a rerun is told. */
    @Schema(name = "RerunAccepted")
    public record Rerun(
            @JsonProperty("executionId") String executionId,
            @JsonProperty("rerunOf") String rerunOf) {}

    /**
     * Where a rerun begins.
     *
     * @param nodeKey null for the first node
     * @param path which run of the node, as its job shows it; null for the newest
     * @param context null for the one there was
     */
    public record RerunRequest(
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("path") String path,
            @JsonProperty("context") JsonNode context) {
        static final RerunRequest WHOLE = new RerunRequest(null, null, null);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelExecution", summary = "Cancel an execution")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    public Uni<Response> cancel(@PathParam("id") String id, @Context SecurityContext security) {
        return steer(id, SteeringAction.CANCEL, security);
    }

    @POST
    @Path("{id}/pause")
    @Operation(operationId = "pauseExecution", summary = "Pause an execution")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    public Uni<Response> pause(@PathParam("id") String id, @Context SecurityContext security) {
        return steer(id, SteeringAction.PAUSE, security);
    }

    @POST
    @Path("{id}/resume")
    @Operation(operationId = "resumeExecution", summary = "Let a paused execution go on")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    public Uni<Response> resume(@PathParam("id") String id, @Context SecurityContext security) {
        return steer(id, SteeringAction.RESUME, security);
    }

    /** Of an execution that ended badly: from what failed. Of one under way: the attempts now that it waits to make. */
    @POST
    @Path("{id}/retry")
    @Operation(operationId = "retryExecution", summary = "Go on from what failed, or make waiting attempts now")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    public Uni<Response> retry(@PathParam("id") String id, @Context SecurityContext security) {
        return target(id)
                .chain(target -> target.status().ended()
                        ? Uni.createFrom().item(true)
                        : executions.isResting(UUID.fromString(target.id())))
                .chain(possible -> {
                    if (!possible) {
                        throw ProblemException.conflict(
                                "nothing_to_retry",
                                "Expected an execution that has ended or waits for its next attempt, but it does neither");
                    }
                    return steer(id, SteeringAction.RETRY, security);
                });
    }

    private Uni<Response> steer(String id, SteeringAction action, SecurityContext security) {
        var ask = new SteeringAction.Ask(by(security), null, null, null);
        return target(id).chain(target -> take(target, command(action.of(target, ask)), action.toString(), ask.by()));
    }

    private Uni<Response> take(SteeringTarget before, ExecutionCommand command, String action, String by) {
        int taken = before.steering().taken();
        return commands.send(List.of(command))
                .chain(() -> commands.await(UUID.fromString(before.id()), found -> found.map(
                                now -> now.steering().taken() > taken || isOver(before, now))
                        .orElse(true)))
                .map(found -> found.map(now -> answer(before, now, action, by))
                        // Deleted as soon as it had ended.
                        .orElseGet(() -> new Accepted(before.id(), ExecutionStatus.CANCELED, false, true)))
                .map(accepted -> Response.accepted(accepted).build());
    }

    private static boolean isOver(SteeringTarget before, SteeringTarget now) {
        return !before.status().ended() && now.status().ended();
    }

    private static Accepted answer(SteeringTarget before, SteeringTarget now, String action, String by) {
        int news = now.steering().taken() - before.steering().taken();
        var acts = now.steering().acts();
        boolean taken = acts.subList(Math.max(0, acts.size() - news), acts.size()).stream()
                .anyMatch(act -> act.action().equals(action) && by.equals(act.by()));
        if (!taken && (news > 0 || isOver(before, now))) {
            throw ProblemException.conflict(
                    "changed_meanwhile", "Expected the execution as it was read, but meanwhile it is " + now.status());
        }
        return new Accepted(now.id(), now.status(), now.paused(), taken);
    }

    /** Begins a new execution at a node of this one. */
    @POST
    @Path("{id}/rerun")
    @Operation(operationId = "rerunExecution", summary = "Begin a new execution at a node of this one")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Rerun.class)))
    public Uni<Response> rerun(@PathParam("id") String id, RerunRequest body, @Context SecurityContext security) {
        var wanted = body == null ? RerunRequest.WHOLE : body;
        var ask = new SteeringAction.Ask(by(security), wanted.nodeKey(), path(wanted.path()), wanted.context());
        return target(id).chain(target -> {
            var command = (ExecutionCommand.Rerun) command(SteeringAction.RERUN.of(target, ask));
            return check(command)
                    .chain(() -> commands.send(List.of(command)))
                    .chain(() -> commands.await(UUID.fromString(command.executionId()), found -> found.isPresent()))
                    .map(begun -> Response.accepted(new Rerun(command.executionId(), id))
                            .build());
        });
    }

    private Uni<Void> check(ExecutionCommand.Rerun command) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultExecutor())
                .invoke(() -> host.refusal(command).ifPresent(reason -> {
                    throw ProblemException.conflict(reason.code(), reason.detail());
                }));
    }

    private static String path(String text) {
        try {
            return text == null
                    ? null
                    : dev.millrace.orchestrator.engine.state.Path.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("path", e.getMessage());
        }
    }

    /** Says how a waiting job ends. */
    @POST
    @Path("{id}/jobs/{jobId}/resume")
    @Operation(operationId = "resumeJob", summary = "Say how a waiting job ends")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    public Uni<Response> resumeJob(
            @PathParam("id") String id,
            @PathParam("jobId") String jobId,
            JobOutcome body,
            @Context SecurityContext security) {
        var outcome = JobOutcome.of(body);
        var by = by(security);
        return target(id).chain(target -> executions
                .waitingJob(UUID.fromString(target.id()), jobId)
                .map(found -> found.orElseThrow(() -> ProblemException.conflict(
                        "not_waiting",
                        "Expected a job of this execution that waits, but " + jobId
                                + " is none: read the execution for what" + " it waits for")))
                .chain(job -> take(target, outcome.command(target.id(), jobId, job.attempt(), by), "resumeJob", by)));
    }

    private static ExecutionCommand command(SteeringAction.Answer answer) {
        if (answer instanceof SteeringAction.Refused refused) {
            throw ProblemException.conflict(refused.code(), refused.sentence());
        }
        return ((SteeringAction.Command) answer).command();
    }

    private static String by(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }

    private Uni<SteeringTarget> target(String id) {
        return executions
                .target(id(id))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("execution " + id)));
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("execution " + id);
        }
    }
}
