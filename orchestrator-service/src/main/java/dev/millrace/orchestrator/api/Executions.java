package dev.millrace.orchestrator.api;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.rest.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads executions. */
@ApplicationScoped
public class Executions {
    private static final String COLUMNS =
            "select e.id, e.workflowId, e.workflowKey, e.status, e.reason, e.startedAt, e.endedAt, e.createdAt,"
                    + " e.parentExecutionId from OrchestratorExecution e where 1 = 1";

    private final Mutiny.SessionFactory sessions;

    Executions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * What to list; null means any.
     *
     * @param parent only executions that this one has called
     * @param before only executions that are older than this one
     */
    record Filter(String workflowKey, String workflowId, ExecutionStatus status, String parent, UUID before) {}

    Uni<Optional<ExecutionView>> find(UUID id, StepTypes types) {
        return sessions.withSession(session -> session.find(ExecutionRow.class, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<ExecutionView>empty())
                        : jobs(session, id).map(jobs -> Optional.of(view(row, jobs, types)))));
    }

    private static Uni<List<JobRow>> jobs(Mutiny.Session session, UUID id) {
        return session.createQuery("from OrchestratorJob j where j.executionId = :id order by j.sequence", JobRow.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static ExecutionView view(ExecutionRow row, List<JobRow> jobs, StepTypes types) {
        return ExecutionView.of(row.header(), jobs.stream().map(JobRow::job).toList(), types);
    }

    Uni<Optional<ExecutionRow>> header(UUID id) {
        return sessions.withSession(
                session -> session.find(ExecutionRow.class, id).map(Optional::ofNullable));
    }

    /** Newest first. */
    Uni<Page<ExecutionSummary>> list(Filter filter, int limit) {
        var query = new StringBuilder(COLUMNS);
        Map<String, Object> parameters = new HashMap<>();
        restrict(query, parameters, "e.workflowKey = :workflowKey", filter.workflowKey());
        restrict(query, parameters, "e.workflowId = :workflowId", filter.workflowId());
        restrict(
                query,
                parameters,
                "e.status = :status",
                filter.status() == null ? null : filter.status().name());
        restrict(query, parameters, "e.parentExecutionId = :parent", filter.parent());
        restrict(query, parameters, "e.id < :before", filter.before());
        query.append(" order by e.id desc");
        return sessions.withSession(session -> {
            var selection =
                    session.createQuery(query.toString(), Object[].class).setMaxResults(limit + 1);
            parameters.forEach(selection::setParameter);
            return selection.getResultList().map(rows -> page(rows, limit));
        });
    }

    /** @param clause ends with the name of its parameter */
    private static void restrict(StringBuilder query, Map<String, Object> parameters, String clause, Object value) {
        if (value != null) {
            query.append(" and ").append(clause);
            parameters.put(clause.substring(clause.indexOf(':') + 1), value);
        }
    }

    private static Page<ExecutionSummary> page(List<Object[]> rows, int limit) {
        var items = rows.stream().limit(limit).map(ExecutionSummary::of).toList();
        return new Page<>(
                items, rows.size() > limit ? items.get(items.size() - 1).id() : null);
    }
}
