package dev.millrace.orchestrator.api;

import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.orchestrator.api.LiveEvents.Happened;
import dev.millrace.orchestrator.api.LiveEvents.Told;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Executions as they move, as server-sent events. Results are not carried: read the execution for them. */
@Tag(name = "Executions")
@Path("/api/executions")
@Produces(MediaType.SERVER_SENT_EVENTS)
@RestStreamElementType(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "OK",
        content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ExecutionEvent.class)))
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class LiveResource {
    static final String OPEN = "open";
    private static final String OPENS =
            "The answer begins at once; the comment `open` says from when on every event is told.";

    private final LiveEvents events;

    LiveResource(LiveEvents events) {
        this.events = events;
    }

    @GET
    @Path("events")
    @Operation(operationId = "followExecutions", summary = "Events of all executions, live", description = OPENS)
    public Multi<OutboundSseEvent> all(@Context Sse sse) {
        return events.all().map(told -> written(told, sse));
    }

    @GET
    @Path("{id}/events")
    @Operation(operationId = "followExecution", summary = "Events of an execution, live", description = OPENS)
    public Multi<OutboundSseEvent> one(@PathParam("id") String id, @Context Sse sse) {
        return events.all().filter(told -> concerns(told, id)).map(told -> written(told, sse));
    }

    private static boolean concerns(Told told, String id) {
        return !(told instanceof Happened happened)
                || happened.event().executionId().equals(id);
    }

    /** That the stream is open goes as a comment, which readers of events pass over. */
    private static OutboundSseEvent written(Told told, Sse sse) {
        return told instanceof Happened happened
                ? sse.newEventBuilder()
                        .data(ExecutionEvent.class, happened.event())
                        .build()
                : sse.newEventBuilder().comment(OPEN).build();
    }
}
