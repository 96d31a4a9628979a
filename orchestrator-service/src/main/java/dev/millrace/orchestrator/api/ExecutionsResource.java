package dev.millrace.orchestrator.api;

import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.rest.Page;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Executions: list, read, delete. */
@Tag(name = "Executions")
@Path("/api/executions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class ExecutionsResource {
    private static final int MAX_LIMIT = 200;

    private final Executions executions;
    private final HostBean host;

    ExecutionsResource(Executions executions, HostBean host) {
        this.executions = executions;
        this.host = host;
    }

    /** What the caller asks for, as query parameters; see {@link ExecutionFilter}. */
    public record Query(
            @RestQuery String workflowKey,
            @RestQuery String workflowId,
            @RestQuery List<String> status,
            @RestQuery Boolean paused,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String eventKey,
            @RestQuery String parentExecutionId,
            @RestQuery String text) {

        ExecutionFilter filter() {
            return new ExecutionFilter(
                    workflowKey, workflowId, status, paused, from, to, eventKey, parentExecutionId, text);
        }
    }

    @GET
    @Operation(operationId = "listExecutions", summary = "List executions, newest first")
    public Uni<Page<ExecutionSummary>> list(
            @BeanParam Query query,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return executions.list(query.filter(), Cursors.parse(cursor), Math.max(1, Math.min(limit, MAX_LIMIT)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getExecution", summary = "Read an execution with its jobs")
    public Uni<ExecutionView> read(@PathParam("id") String id) {
        return executions
                .find(id(id), host.stepTypes())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("execution " + id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteExecution", summary = "Delete an execution that has ended")
    public Uni<Void> delete(@PathParam("id") String id) {
        return header(id).chain(row -> {
            if (!row.status().ended()) {
                throw ProblemException.conflict(
                        "still_running", "Expected an execution that has ended, but it is " + row.status);
            }
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultExecutor())
                    .invoke(() -> host.book().delete(List.of(row.header())));
        });
    }

    private Uni<ExecutionRow> header(String id) {
        return executions
                .header(id(id))
                .map(row -> row.orElseThrow(() -> ProblemException.notFound("execution " + id)));
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("execution " + id);
        }
    }
}
