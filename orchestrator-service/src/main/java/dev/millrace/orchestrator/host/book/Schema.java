package dev.millrace.orchestrator.host.book;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** The tables and their monthly partitions. */
public final class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final int MONTHS_AHEAD = 3;

    /** Any number that no other program uses as an advisory lock on this database. */
    private static final long PARTITION_LOCK = 0x6d696c6c72616365L;

    /** With room on each page: rows are written again where they stand. */
    private static final String PARTITION =
            "create table %s partition of %s.%s for values from ('%s') to ('%s') with (fillfactor = 70)";

    private final DatabaseSettings settings;

    public Schema(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Brings the schema up to date.
     *
     * @throws DatabaseUnavailableException when it cannot be done now
     */
    public void migrate(Instant now) {
        try {
            Migrations.run(settings);
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "Expected to bring the schema up to date, but: " + e.getMessage(), e);
        }
        addPartitions(now);
    }

    /** Makes the partitions of this month and the next ones. Safe to do at any time, by several instances at once. */
    public void addPartitions(Instant now) {
        try (var connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
            var first = YearMonth.from(now.atOffset(ZoneOffset.UTC));
            for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
                for (var table : List.of("execution", "job")) {
                    addPartition(connection, table, first.plusMonths(ahead));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("Expected to add partitions, but: " + e.getMessage(), e);
        }
    }

    private static void addPartition(Connection connection, String table, YearMonth month) throws SQLException {
        var name = "%s.%s_%d_%02d".formatted(Database.SCHEMA, table, month.getYear(), month.getMonthValue());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + PARTITION_LOCK + ")");
            if (!exists(statement, name)) {
                statement.execute(PARTITION.formatted(
                        name, Database.SCHEMA, table, firstId(month), firstId(month.plusMonths(1))));
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            // Rows of that month stand in the default partition already: they stay there, as do those that follow.
            LOG.warnf("Expected to make partition %s, but: %s", name, e.getMessage());
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (var found = statement.executeQuery("select to_regclass('" + name + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** The least id (UUIDv7) that is made in the month. */
    private static UUID firstId(YearMonth month) {
        long millis = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID(millis << Short.SIZE, 0);
    }
}
