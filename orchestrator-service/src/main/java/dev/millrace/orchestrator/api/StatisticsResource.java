package dev.millrace.orchestrator.api;

import dev.millrace.rest.Page;
import dev.millrace.rest.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

/** How the workflows are doing. */
@Path("/api/executions/statistics")
@Tag(name = "Executions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class StatisticsResource {
    private static final Duration USUAL = Duration.ofDays(7);

    /** The range of ids keeps to the partitions and the part of the primary key that the time is in. */
    private static final String GROUPS = """
            select e.workflowKey, e.status, count(e), max(e.startedAt), max(cast(e.id as string)) from OrchestratorExecution e
            where e.id >= :fromId and e.createdAt >= :from group by e.workflowKey, e.status""";

    private final Mutiny.SessionFactory sessions;

    StatisticsResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @GET
    @Operation(operationId = "executionStatistics", summary = "Count executions by workflow and status")
    public Uni<Page<WorkflowStatistics>> statistics(
            @Parameter(description = "Created at this time or later, an ISO instant; 7 days ago unless given")
                    @QueryParam("from")
                    String from) {
        var given = ExecutionFilter.time("from", from);
        var since = given == null ? Instant.now().minus(USUAL) : given;
        return sessions.withSession(session -> session.createQuery(GROUPS, Object[].class)
                        .setParameter("fromId", ExecutionFilter.id(since.minus(ExecutionFilter.ABOUT)))
                        .setParameter("from", since)
                        .getResultList())
                .map(StatisticsResource::page);
    }

    private static Page<WorkflowStatistics> page(List<Object[]> rows) {
        return Page.whole(rows.stream()
                .map(WorkflowStatistics.Group::of)
                .collect(
                        Collectors.groupingBy(WorkflowStatistics.Group::workflowKey, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(WorkflowStatistics::of)
                .toList());
    }
}
