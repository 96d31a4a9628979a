package dev.millrace.orchestrator.api;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.rest.Page;
import dev.millrace.rest.ProblemException;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Executions: list, read, cancel, delete. */
@Path("/api/executions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class ExecutionsResource {
    private static final int MAX_LIMIT = 200;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final Executions executions;
    private final HostBean host;

    ExecutionsResource(Executions executions, HostBean host) {
        this.executions = executions;
        this.host = host;
    }

    @GET
    public Uni<Page<ExecutionSummary>> list(
            @QueryParam("workflowKey") String workflowKey,
            @QueryParam("workflowId") String workflowId,
            @QueryParam("status") String status,
            @QueryParam("parent") String parent,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var filter = new Executions.Filter(
                blankToNull(workflowKey),
                blankToNull(workflowId),
                status(blankToNull(status)),
                blankToNull(parent),
                cursor(cursor));
        return executions.list(filter, Math.max(1, Math.min(limit, MAX_LIMIT)));
    }

    @GET
    @Path("{id}")
    public Uni<ExecutionView> read(@PathParam("id") String id) {
        return executions
                .find(id(id), host.stepTypes())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("execution " + id)));
    }

    /** Answers when the execution has ended, or after two seconds. */
    @POST
    @Path("{id}/cancel")
    public Uni<Response> cancel(@PathParam("id") String id, @Context SecurityContext security) {
        var by = security.getUserPrincipal().getName();
        return header(id).chain(row -> {
            if (row.status().ended()) {
                throw ProblemException.conflict(
                        "already_ended", "Expected an execution under way, but it is " + row.status);
            }
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultExecutor())
                    .invoke(() -> send(new ExecutionCommand.Cancel(id, by)))
                    .chain(() -> awaitEnd(id))
                    .map(status -> Response.accepted(new Accepted(id, status)).build());
        });
    }

    /** What the caller of a command is told. */
    public record Accepted(String id, ExecutionStatus status) {}

    private void send(ExecutionCommand command) {
        var topic = host.topics().executionCommands();
        host.outbox().send(List.of(Messages.record(topic, command.executionId(), command)));
    }

    private Uni<ExecutionStatus> awaitEnd(String id) {
        long until = System.nanoTime() + LONGEST_LOOK.toNanos();
        return executions
                .header(id(id))
                .map(row -> row.map(ExecutionRow::status).orElse(ExecutionStatus.CANCELED))
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(status -> !status.ended() && System.nanoTime() < until)
                .collect()
                .last();
    }

    @DELETE
    @Path("{id}")
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

    private static UUID cursor(String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("cursor", "Expected the nextCursor of a page before, but was " + cursor);
        }
    }

    private static ExecutionStatus status(String name) {
        try {
            return name == null ? null : ExecutionStatus.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "status", "Expected one of " + List.of(ExecutionStatus.values()) + ", but was " + name);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
