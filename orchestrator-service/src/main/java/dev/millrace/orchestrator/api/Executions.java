package dev.millrace.orchestrator.api;

import dev.millrace.orchestrator.engine.SteerJob;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.rest.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads executions. */
@ApplicationScoped
public class Executions {
    private static final String COLUMNS =
            "select e.id, e.workflowId, e.workflowKey, e.status, e.reason, e.startedAt, e.endedAt, e.createdAt,"
                    + " e.parentExecutionId, e.eventKey, e.paused from OrchestratorExecution e";

    /** As the index has it, so that it is used. */
    private static final String WAITING_FOR = """
            select j.execution_id, j.sequence, j.attempt from orchestrator.job j where j.status = 'PENDING' and j.type = 'delay' and j.meta is not null
              and cast(j.meta as jsonb) ->> 'correlation' = :correlation
              and (:workflowKey = '' or exists (select 1 from orchestrator.execution e
                where e.id = j.execution_id and e.workflow_key = :workflowKey))""";

    private static final int MOST_WAITING = 1_000;

    private final Mutiny.SessionFactory sessions;

    Executions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

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

    /**
     * Newest first.
     *
     * @param before only executions that are older than this one; null for the newest
     */
    Uni<Page<ExecutionSummary>> list(ExecutionFilter filter, UUID before, int limit) {
        return select(COLUMNS, filter, before, limit + 1).map(rows -> page(rows, limit));
    }

    /** Newest first; one more than the limit where there are more. */
    Uni<List<SteeringTarget>> targets(ExecutionFilter filter, UUID before, int limit) {
        return select(SteeringTarget.COLUMNS, filter, before, limit + 1)
                .map(rows -> rows.stream().map(SteeringTarget::of).toList());
    }

    private Uni<List<Object[]>> select(String columns, ExecutionFilter filter, UUID before, int limit) {
        var clauses = filter.clauses(before);
        return sessions.withSession(session -> {
            var selection = session.createQuery(columns + clauses.text() + " order by e.id desc", Object[].class)
                    .setMaxResults(limit);
            clauses.parameters().forEach(selection::setParameter);
            return selection.getResultList();
        });
    }

    Uni<Optional<SteeringTarget>> target(UUID id) {
        return sessions.withSession(
                session -> session.createQuery(SteeringTarget.COLUMNS + " where e.id = :id", Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .map(row -> Optional.ofNullable(row).map(SteeringTarget::of)));
    }

    /** Whether a job of the execution waits for its next attempt. */
    Uni<Boolean> isResting(UUID id) {
        return pending(id).map(jobs -> jobs.stream().anyMatch(Job::resting));
    }

    /** The job, if somebody outside can say how it ends. */
    Uni<Optional<Job>> waitingJob(UUID id, String jobId) {
        return pending(id).map(jobs -> jobs.stream()
                .filter(job -> job.id(id.toString()).equals(jobId) && SteerJob.accepts(job))
                .findFirst());
    }

    private Uni<List<Job>> pending(UUID id) {
        return sessions.withSession(session -> session.createQuery(
                        "from OrchestratorJob j where j.executionId = :id and j.status = 'PENDING'", JobRow.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(JobRow::job).toList()));
    }

    /** A job that waits, as it must be named to end it. */
    record Waits(String executionId, int sequence, int attempt) {
        String jobId() {
            return executionId + "." + sequence;
        }
    }

    /**
     * The jobs that wait for an event.
     *
     * @param workflowKey of their executions, or null for any
     */
    Uni<List<Waits>> waitingFor(String correlation, String workflowKey) {
        return sessions.withSession(session -> session.createNativeQuery(WAITING_FOR, Object[].class)
                .setParameter("correlation", correlation)
                .setParameter("workflowKey", workflowKey == null ? "" : workflowKey)
                .setMaxResults(MOST_WAITING)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Waits(row[0].toString(), (Integer) row[1], (Integer) row[2]))
                        .toList()));
    }

    private static Page<ExecutionSummary> page(List<Object[]> rows, int limit) {
        var items = rows.stream().limit(limit).map(ExecutionSummary::of).toList();
        return new Page<>(
                items, rows.size() > limit ? items.get(items.size() - 1).id() : null);
    }
}
