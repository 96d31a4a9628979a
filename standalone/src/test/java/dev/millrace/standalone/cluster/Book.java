package dev.millrace.standalone.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What the orchestrator has written down. */
record Book(String jdbcUrl) {
    private static final String AUDIT = """
            create table changed_after_end (execution_id uuid, sequence int, was text, became text);
            create function note_change() returns trigger language plpgsql as $$
            begin
              insert into public.changed_after_end values (old.execution_id, old.sequence, old::text, new::text);
              return null;
            end $$;
            create trigger changed_after_end after update on orchestrator.job for each row
              when (old.status <> 'PENDING' and old is distinct from new) execute function note_change();
            """;

    private static final String STEPS = """
            select j.execution_id || '.' || j.sequence, j.started_at, coalesce(j.ended_at, 'infinity')
            from orchestrator.job j join orchestrator.execution e on e.id = j.execution_id
            where j.type = 'request' and e.workflow_key in (""";

    /** When a step was asked for, and when its end was written down. */
    record Span(Instant from, Instant until) {
        boolean overlaps(Instant begin, Instant end) {
            return !from.isAfter(end) && !until.isBefore(begin);
        }
    }

    /** From now on the database itself notes every job that is changed after it has ended. */
    void watch() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(AUDIT);
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    long ended(Collection<String> workflowKeys) throws SQLException {
        return number("select count(*) from orchestrator.execution where ended_at is not null and workflow_key in ("
                + names(workflowKeys) + ")");
    }

    private static String names(Collection<String> workflowKeys) {
        return "'" + String.join("','", workflowKeys) + "'";
    }

    /** By workflow key and status, each as a line for people. */
    Map<String, Long> executionsByStatus() throws SQLException {
        return counts("select workflow_key || ' ' || status, count(*) from orchestrator.execution group by 1");
    }

    /** Why executions did not succeed, and how many for each reason. */
    Map<String, Long> reasons() throws SQLException {
        return counts("select reason, count(*) from orchestrator.execution where reason is not null group by 1");
    }

    /** Executions by workflow key and number of jobs. */
    Map<String, Long> executionsByJobs() throws SQLException {
        return counts("""
                select workflow_key || ' ' || jobs, count(*) from (
                  select e.id, e.workflow_key, count(j.sequence) jobs from orchestrator.execution e
                  left join orchestrator.job j on j.execution_id = e.id group by e.id, e.workflow_key) counted group by 1""");
    }

    private Map<String, Long> counts(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var counts = new HashMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    /** All steps with side effects of these workflows, by job id. */
    Map<String, Span> steps(Collection<String> workflowKeys) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(STEPS + names(workflowKeys) + ")")) {
            var steps = new HashMap<String, Span>();
            while (rows.next()) {
                steps.put(
                        rows.getString(1),
                        new Span(
                                rows.getTimestamp(2).toInstant(),
                                rows.getTimestamp(3).toInstant()));
            }
            return steps;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", "");
    }
}
