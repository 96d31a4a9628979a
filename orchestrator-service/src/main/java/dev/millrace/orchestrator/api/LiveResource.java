package dev.millrace.orchestrator.api;

import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Executions as they move, as server-sent events. Results are not carried: read the execution for them. */
@Tag(name = "Executions")
@Path("/api/executions")
@Produces(MediaType.SERVER_SENT_EVENTS)
@RestStreamElementType(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class LiveResource {
    private final LiveEvents events;

    LiveResource(LiveEvents events) {
        this.events = events;
    }

    @GET
    @Path("events")
    @Operation(operationId = "followExecutions", summary = "Events of all executions, live")
    public Multi<ExecutionEvent> all() {
        return events.all();
    }

    @GET
    @Path("{id}/events")
    @Operation(operationId = "followExecution", summary = "Events of an execution, live")
    public Multi<ExecutionEvent> one(@PathParam("id") String id) {
        return events.all().filter(event -> event.executionId().equals(id));
    }
}
