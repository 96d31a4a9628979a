package dev.millrace.trigger.action;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.DataSources;
import dev.millrace.rest.Problem;
import dev.millrace.rest.Roles;
import dev.millrace.trigger.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The gateway: applications write records through it, so that a person's action is known as one. */
@Tag(name = "Records")
@Path("/api/{target: [^/:]+(?:[:]|%3[Aa])[^/:]+}")
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class ActionResource {
    private final Actions actions;

    @Inject
    ActionResource(DataSources dataSources) {
        this.actions = new Actions(dataSources);
    }

    @POST
    @Operation(operationId = "actOnRecords", summary = "Create, change or delete records of a collection")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JsonNode.class)))
    public Uni<Response> onMany(
            @PathParam("target") String target,
            @HeaderParam("x-data-source") String dataSource,
            @QueryParam("filter") String filter,
            @QueryParam("triggerWorkflows") String triggerWorkflows,
            byte[] body) {
        return run(new ActionCall(target, dataSource, null, filter, triggerWorkflows, body));
    }

    @POST
    @Path("/{pk}")
    @Operation(operationId = "actOnRecord", summary = "Change or delete one record of a collection")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JsonNode.class)))
    public Uni<Response> onOne(
            @PathParam("target") String target,
            @PathParam("pk") String primaryKey,
            @HeaderParam("x-data-source") String dataSource,
            @QueryParam("triggerWorkflows") String triggerWorkflows,
            byte[] body) {
        return run(new ActionCall(target, dataSource, primaryKey, null, triggerWorkflows, body));
    }

    private Uni<Response> run(ActionCall call) {
        return Uni.createFrom()
                .completionStage(() -> actions.run(call))
                .map(result -> Answers.json(200, result))
                .onFailure()
                .recoverWithItem(ActionResource::refused);
    }

    private static Response refused(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof DataSourceException expected) {
            return Problem.of(status(expected.code()), expected.code(), expected.getMessage())
                    .response();
        }
        throw cause instanceof RuntimeException bug ? bug : new IllegalStateException(cause);
    }

    private static int status(String code) {
        return switch (code) {
            case "unknown_collection", "unknown_data_source", "unknown_record", "unknown_action" -> 404;
            case "data_source_unavailable" -> 503;
            case "unique_violation", "foreign_key_violation", "not_null_violation", "check_violation" -> 422;
            default -> 400;
        };
    }
}
