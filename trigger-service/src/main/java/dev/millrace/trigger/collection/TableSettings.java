package dev.millrace.trigger.collection;

import dev.millrace.datasources.ConnectionSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/** What a database is told about its tables. One connection, kept: a workflow may be met by a change right after it is enabled. */
final class TableSettings implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TableSettings.class);
    private static final int CHECK_SECONDS = 2;

    private static final String FIND = """
            select format('%I.%I', n.nspname, c.relname), c.relreplident = 'f'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and ((n.nspname = ? and c.relname = ?) or n.nspname || '.' || c.relname = ?)
            """;

    private final ConnectionSettings settings;
    private Connection connection;

    TableSettings(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** Whether the table exists and the log now has its rows as they were. */
    synchronized boolean keepBeforeImages(String collection) throws SQLException {
        try (PreparedStatement find = connection().prepareStatement(FIND)) {
            find.setString(1, settings.defaultSchema());
            find.setString(2, collection);
            find.setString(3, collection);
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
                if (!found.getBoolean(2)) {
                    setFull(found.getString(1));
                }
                return true;
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debugf("Closing a connection to %s: %s", settings.name(), e.getMessage());
        }
    }

    /** @param table quoted by the database */
    private void setFull(String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            // The lock is short, but whoever waits for it holds up everybody behind.
            statement.execute("set lock_timeout = '2s'");
            statement.execute("alter table " + table + " replica identity full");
        }
        LOG.infof("Set REPLICA IDENTITY FULL for %s in data source %s", table, settings.name());
    }

    private Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(CHECK_SECONDS)) {
            close();
            var login = new Properties();
            login.setProperty("user", settings.user());
            login.setProperty("password", settings.password());
            login.setProperty("ApplicationName", "millrace-trigger");
            login.setProperty("connectTimeout", "10");
            connection = new Driver()
                    .connect(
                            "jdbc:postgresql://" + settings.host() + ":" + settings.port() + "/" + settings.database(),
                            login);
        }
        return connection;
    }
}
