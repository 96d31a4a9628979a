package dev.millrace.datasources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Records.Selection;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.model.json.Json;
import dev.millrace.testing.TestInfrastructure;
import dev.millrace.testing.TestPostgres;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A database of its own for each test class, on the one server of this JVM. */
public final class TestDatabase implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-15T10:00:00Z"), ZONE);
    private static final Vertx VERTX = Vertx.vertx();
    private static final TestPostgres SERVER = TestInfrastructure.postgres();

    private final String database;
    private final PostgresDataSources sources;

    private TestDatabase(String database, PostgresDataSources sources) {
        this.database = database;
        this.sources = sources;
    }

    public static TestDatabase with(String name, String... statements) {
        execute("postgres", "drop database if exists " + name + " with (force)", "create database " + name);
        execute(name, statements);
        var settings = settings(name, SERVER.port(), "postgres", true);
        return new TestDatabase(name, PostgresDataSources.open(VERTX, List.of(settings), CLOCK));
    }

    /** The same database through another user. */
    public PostgresDataSources as(String user) {
        return PostgresDataSources.open(VERTX, List.of(settings(database, SERVER.port(), user, true)), CLOCK);
    }

    public static PostgresDataSources at(int port, String database) {
        return PostgresDataSources.open(VERTX, List.of(settings(database, port, "postgres", true)), CLOCK);
    }

    public PostgresDataSources sources() {
        return sources;
    }

    public DataSource source() {
        return sources.all().get(0);
    }

    public void sql(String... statements) {
        execute(database, statements);
    }

    public List<String> query(String sql) {
        try (var connection = SERVER.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Collection collection(String name) {
        return await(sources.locate(CollectionName.parse(name))).collection();
    }

    public List<ObjectNode> find(String collection, String filter, String... appends) {
        return find(collection, new Selection(json(filter), List.of(), 1, 1_000, List.of(appends)));
    }

    public List<ObjectNode> find(String collection, Selection selection) {
        return await(source().records().find(collection(collection), selection));
    }

    public ObjectNode create(String collection, String values, String... appends) {
        return await(
                source().records().create(collection(collection), json(values), List.of(appends), Optional.empty()));
    }

    public long update(String collection, String filter, String values) {
        return await(source().records().update(collection(collection), json(filter), json(values), Optional.empty()));
    }

    public long update(String jobId, String collection, String filter, String values) {
        return await(source().records().update(collection(collection), json(filter), json(values), origin(jobId)));
    }

    public static Optional<WriteOrigin> origin(String jobId) {
        return Optional.of(new WriteOrigin(jobId, List.of("parent", "own")));
    }

    /** Single quotes for double ones. */
    public static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        sources.close();
    }

    private static ConnectionSettings settings(String database, int port, String user, boolean ledger) {
        return new ConnectionSettings("shop", "127.0.0.1", port, database, user, "", "public", ledger, 8);
    }

    private static void execute(String database, String... statements) {
        try (var connection = SERVER.connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
