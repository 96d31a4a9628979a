package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Steers all executions that a filter finds: a bounded number with each call, by commands that are carried out behind it. */
@Tag(name = "Executions")
@Path("/api/executions/bulk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class BulkResource {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;

    private final Executions executions;
    private final Commands commands;

    BulkResource(Executions executions, Commands commands) {
        this.executions = executions;
        this.commands = commands;
    }

    /**
     * What is to be done to which executions.
     *
     * @param filter as of the list; at least one condition
     * @param limit how many executions this call looks at, 500 unless given and 1,000 at most
     * @param cursor {@code nextCursor} of the call before, or null
     * @param nodeKey where reruns begin; null for the first node
     * @param context of reruns; null for the one there was
     */
    @Schema(name = "BulkRequest")
    record Request(
            @JsonProperty("filter") ExecutionFilter filter,
            @JsonProperty("limit") Integer limit,
            @JsonProperty("cursor") String cursor,
            @JsonProperty("nodeKey") String nodeKey,
            @JsonProperty("context") JsonNode context) {}

    /**
     * @param accepted commands on their way
     * @param skipped executions that the filter found, but the command does not fit
     * @param nextCursor null when the filter finds no more
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "BulkAccepted")
    record Answer(
            @JsonProperty("accepted") int accepted,
            @JsonProperty("skipped") int skipped,
            @JsonProperty("nextCursor") String nextCursor) {}

    /** @param action cancel, pause, resume, retry or rerun */
    @POST
    @Path("{action}")
    @Operation(
            operationId = "steerExecutions",
            summary = "Cancel, pause, resume, retry or rerun all executions that a filter finds")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> steer(@PathParam("action") String action, Request request, @Context SecurityContext security) {
        var wanted = SteeringAction.named(action);
        if (request == null || request.filter() == null || request.filter().isEmpty()) {
            throw ProblemException.badRequest(
                    "filter", "Expected a filter with at least one condition, but there is none");
        }
        var ask = new SteeringAction.Ask(
                security.getUserPrincipal().getName(), request.nodeKey(), null, request.context());
        int limit = request.limit() == null ? DEFAULT_LIMIT : Math.max(1, Math.min(request.limit(), MAX_LIMIT));
        return executions
                .targets(request.filter(), Cursors.parse(request.cursor()), limit)
                .chain(targets -> {
                    var sent = fitting(targets.subList(0, Math.min(limit, targets.size())), wanted, ask);
                    int seen = Math.min(limit, targets.size());
                    String next =
                            targets.size() > limit ? targets.get(limit - 1).id() : null;
                    return commands.send(sent)
                            .map(done -> Response.accepted(new Answer(sent.size(), seen - sent.size(), next))
                                    .build());
                });
    }

    private static List<ExecutionCommand> fitting(
            List<SteeringTarget> targets, SteeringAction action, SteeringAction.Ask ask) {
        var fitting = new ArrayList<ExecutionCommand>();
        for (var target : targets) {
            // Whether one under way has anything to retry is not known here, and asking in vain asks its workers again.
            boolean inVain = action == SteeringAction.RETRY && !target.status().ended();
            if (!inVain && action.of(target, ask) instanceof SteeringAction.Command command) {
                fitting.add(command.command());
            }
        }
        return fitting;
    }
}
