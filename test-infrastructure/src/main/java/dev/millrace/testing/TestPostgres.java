package dev.millrace.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database that listens on loopback; its superuser is postgres, and it takes any password. */
public final class TestPostgres {
    private final TestServer server;

    TestPostgres(TestServer server) {
        this.server = server;
    }

    public int port() {
        return server.port();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A superuser's connection. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
    }
}
