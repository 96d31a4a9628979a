package dev.millrace.benchmarks.baseline;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.Console;
import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Latency;
import dev.millrace.benchmarks.measure.Target;
import dev.millrace.benchmarks.measure.Waiting;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Single-row commits per second on one connection: what a product would reach that made one transaction of each step. In the
 * product's own database, not in the captured one, so that reading the log costs the baseline nothing.
 */
public final class Commits {
    private static final String PAYLOAD = "x".repeat(300);

    private final String jdbcUrl;
    private final Duration measured;

    /** @param measured how long; half of it warms up before */
    public Commits(String jdbcUrl, Duration measured) {
        this.jdbcUrl = jdbcUrl;
        this.measured = measured;
    }

    public Figure measure() {
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            execute(connection, "create schema bench");
            execute(
                    connection,
                    "create table bench.commits (id bigint generated always as identity primary key, payload text)");
            try (var insert = connection.prepareStatement("insert into bench.commits (payload) values (?)")) {
                return measure(insert);
            } finally {
                execute(connection, "drop schema bench cascade");
            }
        } catch (SQLException e) {
            throw new BenchFailure("Expected to measure single-row commits, but the database refused", e);
        }
    }

    private Figure measure(PreparedStatement insert) throws SQLException {
        int warm = commitFor(measured.dividedBy(2), insert).length;
        Console.say("Commits: warmed up with " + warm + " single-row commits");
        long started = System.nanoTime();
        var nanos = commitFor(measured, insert);
        double rate = nanos.length / Waiting.secondsSince(started);
        return new Figure(
                "commits",
                "single-row commits, 1 connection",
                Latency.ofNanos(nanos),
                rate,
                "commits",
                Figure.Manner.MANY,
                new Target.None());
    }

    private static long[] commitFor(Duration time, PreparedStatement insert) throws SQLException {
        var nanos = LongStream.builder();
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            long begin = System.nanoTime();
            insert.setString(1, PAYLOAD);
            insert.executeUpdate();
            nanos.add(System.nanoTime() - begin);
        }
        return nanos.build().toArray();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
