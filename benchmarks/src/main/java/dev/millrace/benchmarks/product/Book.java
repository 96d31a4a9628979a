package dev.millrace.benchmarks.product;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.measure.Latency;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * Reads how far the product is from its own table: one count costs it far less than paging through its API. What counts is
 * what is committed.
 */
public final class Book implements Recorded, AutoCloseable {
    private static final String COUNT = """
            select count(*) filter (where status = 'RESOLVED'),
                   count(*) filter (where ended_at is not null and status <> 'RESOLVED')
              from orchestrator.execution where workflow_key = ? and id >= ?""";
    private static final UUID FIRST = new UUID(0, 0);
    private static final String REASON = """
            select coalesce(max(reason), 'no reason is recorded') from (
              select reason from orchestrator.execution
               where workflow_key = ? and ended_at is not null and status <> 'RESOLVED' limit 1) one""";
    private static final String COMPLETION = """
            select percentile_disc(0.5) within group (order by ended_at), percentile_disc(0.99) within group (order by ended_at)
              from orchestrator.execution where workflow_key = ? and ended_at >= ?""";

    private final Connection connection;

    /** Turns a row into a value. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    public Book(String jdbcUrl) {
        try {
            this.connection = DriverManager.getConnection(jdbcUrl);
        } catch (SQLException e) {
            throw new BenchFailure("Expected to open the product's database, but it was refused", e);
        }
    }

    @Override
    public Ended ended(String workflowKey) {
        return ended(workflowKey, FIRST);
    }

    @Override
    public Ended ended(String workflowKey, Instant since) {
        // The ids of executions are UUIDs of version 7: they begin with the time, and an index goes by them.
        return ended(workflowKey, new UUID(since.toEpochMilli() << 16, 0));
    }

    private Ended ended(String workflowKey, UUID from) {
        return query(
                COUNT,
                statement -> {
                    statement.setString(1, workflowKey);
                    statement.setObject(2, from);
                },
                row -> new Ended(row.getLong(1), row.getLong(2)));
    }

    @Override
    public String reasonOfOne(String workflowKey) {
        return query(REASON, statement -> statement.setString(1, workflowKey), row -> row.getString(1));
    }

    @Override
    public Latency completion(String workflowKey, Instant begin) {
        return query(
                COMPLETION,
                statement -> {
                    statement.setString(1, workflowKey);
                    statement.setTimestamp(2, Timestamp.from(begin));
                },
                row -> new Latency(millis(begin, row.getTimestamp(1)), millis(begin, row.getTimestamp(2))));
    }

    private static double millis(Instant begin, Timestamp end) {
        return end.getTime() - begin.toEpochMilli();
    }

    /** Fills in a statement's values. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private <T> T query(String sql, Binding binding, Reading<T> reading) {
        try (var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new BenchFailure("Expected to read the recorded executions, but the database refused", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchFailure("Expected to close the connection, but the database refused", e);
        }
    }
}
