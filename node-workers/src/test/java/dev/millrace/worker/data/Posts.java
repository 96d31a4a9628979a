package dev.millrace.worker.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.PostgresDataSources;
import dev.millrace.model.json.Json;
import dev.millrace.testing.TestInfrastructure;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The data source {@code shop}: a database of its own with the table {@code posts}. */
public final class Posts implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final String database;
    private final DataSources sources;

    /** @param id how the database makes ids, or nothing */
    public Posts(String database, String id) throws SQLException {
        this.database = database;
        TestInfrastructure.createDatabase(database);
        sql("create table posts (id int %s primary key, title text, read int check (read >= 0))".formatted(id));
        this.sources = PostgresDataSources.open(
                vertx,
                List.of(new ConnectionSettings(
                        "shop",
                        "127.0.0.1",
                        TestInfrastructure.postgres().port(),
                        database,
                        "postgres",
                        "",
                        "public",
                        true,
                        4)));
    }

    public DataSources sources() {
        return sources;
    }

    /** Only these posts are there then: {@code t1}, read once, and so on. */
    public void fill(int first, int last) throws SQLException {
        sql("truncate posts");
        sql("insert into posts select i, 't' || i, i from generate_series(%d, %d) i".formatted(first, last));
    }

    private void sql(String sql) throws SQLException {
        try (var connection = TestInfrastructure.postgres().connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        sources.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    public static Outcome await(NodeHandler node, Step step) {
        return node.handle(step)
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** @param text with single quotes for double ones */
    public static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
