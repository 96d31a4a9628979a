package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Collection;
import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.Records;
import dev.millrace.datasources.Statements;
import dev.millrace.datasources.sql.Statement;
import dev.millrace.datasources.value.ColumnText;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One PostgreSQL database. */
public final class PostgresDataSource implements DataSource, AutoCloseable {
    private final ConnectionSettings settings;
    private final Database database;
    private final Catalog catalog;
    private final Records records;
    private final Statements statements;

    private PostgresDataSource(
            ConnectionSettings settings, Database database, Catalog catalog, Records records, Statements statements) {
        this.settings = settings;
        this.database = database;
        this.catalog = catalog;
        this.records = records;
        this.statements = statements;
    }

    public static PostgresDataSource open(Vertx vertx, ConnectionSettings settings, Clock clock) {
        var database = Database.open(vertx, settings);
        var introspection = new Introspection(database.session(), settings.defaultSchema());
        var catalog = new Catalog(introspection::read, System::nanoTime);
        var texts = new ColumnText(clock.getZone());
        var ledger = new LedgerTable(database, settings);
        var writes = new Writes(database, ledger, new LedgerPruning(database.session(), System::nanoTime));
        return new PostgresDataSource(
                settings,
                database,
                catalog,
                PostgresRecords.of(database, catalog, ledger, writes, texts, clock),
                new PostgresStatements(vertx, database, writes, texts));
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public ConnectionSettings settings() {
        return settings;
    }

    @Override
    public CompletionStage<Optional<Collection>> collection(String collection) {
        return catalog.find(collection).toCompletionStage();
    }

    @Override
    public CompletionStage<List<Collection>> collections() {
        return catalog.collections().map(all -> List.copyOf(all.values())).toCompletionStage();
    }

    @Override
    public CompletionStage<List<Collection>> refresh() {
        return catalog.refresh().map(all -> List.copyOf(all.values())).toCompletionStage();
    }

    @Override
    public CompletionStage<Void> ping() {
        return database.session()
                .run(new Statement("select 1", List.of()))
                .<Void>mapEmpty()
                .toCompletionStage();
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Statements statements() {
        return statements;
    }

    @Override
    public void close() {
        database.close();
    }
}
