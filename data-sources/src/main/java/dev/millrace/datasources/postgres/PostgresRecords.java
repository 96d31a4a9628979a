package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records;
import dev.millrace.datasources.filter.Filters;
import dev.millrace.datasources.value.ColumnText;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The records of one PostgreSQL database. */
final class PostgresRecords implements Records {
    /** What a collection that was altered since it was read may cause. */
    private static final Set<String> OUTDATED =
            Set.of("unknown_field", Failures.UNDEFINED_COLUMN, Failures.UNDEFINED_TABLE);

    private final Database database;
    private final Catalog catalog;
    private final LedgerTable ledger;
    private final RecordReader reader;
    private final RecordWriter writer;

    private PostgresRecords(
            Database database, Catalog catalog, LedgerTable ledger, RecordReader reader, RecordWriter writer) {
        this.database = database;
        this.catalog = catalog;
        this.ledger = ledger;
        this.reader = reader;
        this.writer = writer;
    }

    static PostgresRecords of(
            Database database, Catalog catalog, LedgerTable ledger, Writes writes, ColumnText texts, Clock clock) {
        var filters = new Filters(catalog, texts, clock);
        var values = new ValuesReader(catalog, texts);
        return new PostgresRecords(
                database,
                catalog,
                ledger,
                new RecordReader(database.session(), filters, catalog),
                new RecordWriter(filters, values, new Relations(catalog, values, texts), writes));
    }

    @Override
    public CompletionStage<List<ObjectNode>> find(Collection collection, Selection selection) {
        return current(collection, known -> reader.find(known, selection)).toCompletionStage();
    }

    @Override
    public CompletionStage<ObjectNode> create(
            Collection collection, JsonNode values, List<String> appends, Optional<WriteOrigin> origin) {
        return current(collection, known -> {
                    // Read before the write: a wrong path must not leave a record behind.
                    var tree = reader.appends(known, appends == null ? List.of() : appends);
                    return writer.create(known, values, origin).map(record -> new Created(tree, record));
                })
                .compose(created -> reader.complete(created.record(), created.appends()))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Long> update(
            Collection collection, JsonNode filter, JsonNode values, Optional<WriteOrigin> origin) {
        return current(collection, known -> writer.update(known, filter, values, origin))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Long> destroy(Collection collection, JsonNode filter, Optional<WriteOrigin> origin) {
        return current(collection, known -> writer.destroy(known, filter, origin))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Map<Long, List<String>>> chains(Set<Long> transactionIds) {
        if (transactionIds.isEmpty()) {
            return Future.succeededFuture(Map.<Long, List<String>>of()).toCompletionStage();
        }
        return ledger.isUsable()
                .compose(usable -> usable
                        ? Ledger.chains(database.session(), transactionIds)
                        : Future.succeededFuture(Map.<Long, List<String>>of()))
                .toCompletionStage();
    }

    /** With the structure as the caller knows it; where that is outdated, once more with what the database has now. */
    private <T> Future<T> current(Collection collection, Function<Collection, Future<T>> work) {
        return attempt(collection, work)
                .recover(failure -> isOutdated(failure)
                        ? catalog.renewed(collection.name())
                                .compose(found -> found.filter(fresh -> !fresh.equals(collection))
                                        .map(fresh -> attempt(fresh, work))
                                        .orElseGet(() -> Future.failedFuture(failure)))
                        : Future.failedFuture(failure));
    }

    private static <T> Future<T> attempt(Collection collection, Function<Collection, Future<T>> work) {
        try {
            return work.apply(collection);
        } catch (DataSourceException e) {
            return Future.failedFuture(e);
        }
    }

    private static boolean isOutdated(Throwable failure) {
        return failure instanceof DataSourceException expected && OUTDATED.contains(expected.code());
    }

    private record Created(AppendTree appends, RawRecord record) {}
}
