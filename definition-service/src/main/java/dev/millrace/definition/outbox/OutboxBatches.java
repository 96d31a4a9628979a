package dev.millrace.definition.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;

/** Takes rows out of the outbox in order; a row is deleted only after Kafka has acknowledged it. */
final class OutboxBatches {
    private static final int BATCH = 100;

    /** One publisher at a time, or the order is lost. The number is "millrace" in ASCII. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(7883951835720016741)";

    private static final String READ =
            "select sequence, record_key, payload from definition.outbox order by sequence limit " + BATCH;

    private static final String DELETE = "delete from definition.outbox where sequence = any (?)";

    private static final String LEFT = "select sequence from definition.outbox where sequence = any (?)";

    private final DataSource dataSource;
    private final Function<Row, Future<?>> send;

    record Row(long sequence, String key, JsonNode message) {}

    OutboxBatches(DataSource dataSource, Function<Row, Future<?>> send) {
        this.dataSource = dataSource;
        this.send = send;
    }

    /** Publishes until nothing is left or somebody else is at it. */
    void publishAll() throws SQLException, InterruptedException {
        int published;
        do {
            published = publish();
        } while (published == BATCH);
    }

    /** Those of the given that are still in the outbox. */
    Set<Long> left(Collection<Long> sequences) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(LEFT)) {
            statement.setArray(1, connection.createArrayOf("bigint", sequences.toArray()));
            var left = new HashSet<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    left.add(rows.getLong(1));
                }
            }
            return left;
        }
    }

    private int publish() throws SQLException, InterruptedException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Row> rows = lock(connection) ? read(connection) : List.of();
                if (!rows.isEmpty()) {
                    acknowledged(rows.stream().map(send).toList());
                    delete(connection, rows);
                }
                connection.commit();
                return rows.size();
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(LOCK)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static List<Row> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(READ)) {
            var read = new ArrayList<Row>();
            while (rows.next()) {
                read.add(new Row(rows.getLong(1), rows.getString(2), Json.parse(rows.getString(3))));
            }
            return read;
        }
    }

    private static void acknowledged(List<? extends Future<?>> sent) throws InterruptedException {
        for (var one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new KafkaException(e.getCause());
            }
        }
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::sequence).toArray()));
            statement.executeUpdate();
        }
    }
}
