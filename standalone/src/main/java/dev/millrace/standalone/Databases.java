package dev.millrace.standalone;

import dev.millrace.local.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Creates what the embedded PostgreSQL must hold: the role, the product's database, the sample shop. */
final class Databases {
    static final String ROLE = "millrace";
    static final String PRODUCT = "millrace";
    static final String SHOP = "shop";

    private final EmbeddedPostgres postgres;
    private final String password;

    Databases(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    void prepare() {
        try (var connection = postgres.connect("postgres")) {
            createRole(connection);
            createDatabase(connection, PRODUCT);
            if (createDatabase(connection, SHOP)) {
                fillShop();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to prepare the databases, but " + e.getMessage(), e);
        }
    }

    private void createRole(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", ROLE)) {
            execute(connection, "create role " + ROLE + " login replication");
        }
        var quoted = connection.unwrap(PGConnection.class).escapeLiteral(password);
        execute(connection, "alter role " + ROLE + " password '" + quoted + "'");
    }

    private static boolean createDatabase(Connection connection, String name) throws SQLException {
        if (exists(connection, "select 1 from pg_database where datname = ?", name)) {
            return false;
        }
        execute(connection, "create database " + name + " owner " + ROLE);
        return true;
    }

    /** One transaction: a shop that a crash left half filled would never be filled again. */
    private void fillShop() throws SQLException {
        try (var shop = postgres.connect(SHOP)) {
            shop.setAutoCommit(false);
            execute(shop, "set role " + ROLE);
            execute(shop, resource("/shop/schema.sql"));
            execute(shop, resource("/shop/rows.sql"));
            execute(shop, "reset role");
            // Only a superuser may publish all tables; so it is done here, and tables made later are captured too.
            execute(shop, "create publication millrace_shop for all tables");
            shop.commit();
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (var in = Databases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Expected resource " + name + ", but it is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
