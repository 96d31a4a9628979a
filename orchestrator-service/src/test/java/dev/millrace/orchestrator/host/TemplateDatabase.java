package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.host.book.DatabaseSettings;
import dev.millrace.orchestrator.host.book.Schema;
import dev.millrace.testing.TestInfrastructure;
import java.time.Instant;

/** A database that has all tables: a copy costs less than to make them anew for each test. */
final class TemplateDatabase {
    private static final String NAME = "host_template";
    private static final int CONNECTIONS = 4;

    static {
        TestInfrastructure.createDatabase(NAME);
        new Schema(settings(NAME)).migrate(Instant.now());
    }

    private TemplateDatabase() {}

    static void copy(String name) {
        TestInfrastructure.createDatabase(name, NAME);
    }

    static DatabaseSettings settings(String database) {
        var postgres = TestInfrastructure.postgres();
        return new DatabaseSettings(
                postgres.jdbcUrl(database),
                "postgresql://127.0.0.1:" + postgres.port() + "/" + database,
                "postgres",
                "",
                CONNECTIONS);
    }
}
