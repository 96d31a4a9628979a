package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.sql.Sql;
import dev.millrace.model.json.Json;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Runs writes: once per job where there is a ledger, again after a deadlock, in one round trip where one statement will do. */
final class Writes {
    private static final int ATTEMPTS = 4;
    private static final Set<String> TAKEN_BACK = Set.of(Failures.DEADLOCK, Failures.SERIALIZATION);

    private final Database database;
    private final LedgerTable table;
    private final LedgerPruning pruning;

    Writes(Database database, LedgerTable table, LedgerPruning pruning) {
        this.database = database;
        this.table = table;
        this.pruning = pruning;
    }

    /** A data-changing statement with an extra condition, and its result as jsonb from the rows {@code changed}. */
    record Single(Function<Condition, QueryPart> statement, Field<?> result) {}

    Future<JsonNode> run(Optional<WriteOrigin> origin, Single write) {
        return once(
                origin,
                () -> query(plain(write)),
                job -> query(Ledger.recording(
                        write.statement().apply(Ledger.notRecorded(job.jobId())), write.result(), job)));
    }

    Future<JsonNode> run(Optional<WriteOrigin> origin, Function<Session, Future<JsonNode>> work) {
        return once(origin, () -> database.inTransaction(work), job -> database.inTransaction(claimed(job, work)));
    }

    /**
     * Runs what is given, the same way as other writes.
     *
     * @param recorded also records the job, in its own transaction
     */
    Future<JsonNode> once(
            Optional<WriteOrigin> origin,
            Supplier<Future<JsonNode>> plain,
            Function<WriteOrigin, Future<JsonNode>> recorded) {
        if (origin.isEmpty()) {
            return repeated(plain, 1);
        }
        Supplier<Future<JsonNode>> attempt =
                () -> table.isUsable().compose(usable -> usable ? recorded.apply(origin.get()) : plain.get());
        return repeated(attempt, 1)
                .recover(failure -> recorded(origin.get(), failure))
                .onSuccess(result -> prune());
    }

    /** Statements are atomic, so one that was taken back can simply run again. */
    private Future<JsonNode> repeated(Supplier<Future<JsonNode>> attempt, int number) {
        return attempt.get().recover(failure -> {
            boolean isFinal =
                    number >= ATTEMPTS || !(failure instanceof DataSourceException expected) || !isPassing(expected);
            return isFinal ? Future.failedFuture(failure) : repeated(attempt, number + 1);
        });
    }

    private boolean isPassing(DataSourceException failure) {
        boolean lostLedger = failure.code().equals(Failures.UNDEFINED_TABLE)
                && failure.getMessage().contains("millrace_ledger.ledger");
        if (lostLedger) {
            table.forget();
        }
        return lostLedger || TAKEN_BACK.contains(failure.code());
    }

    /** The same job at the same time runs into the other's rows first: then it is the other's result that counts. */
    private Future<JsonNode> recorded(WriteOrigin origin, Throwable failure) {
        return table.isUsable()
                .compose(usable -> usable
                        ? Ledger.recorded(database.session(), origin.jobId())
                        : Future.succeededFuture(Optional.<JsonNode>empty()))
                .transform(looked -> looked.succeeded() && looked.result().isPresent()
                        ? Future.succeededFuture(looked.result().get())
                        : Future.failedFuture(failure));
    }

    private static Function<Session, Future<JsonNode>> claimed(
            WriteOrigin origin, Function<Session, Future<JsonNode>> work) {
        return session -> Ledger.claim(session, origin)
                .compose(isOurs -> isOurs
                        ? work.apply(session).compose(result -> Ledger.complete(session, origin, result))
                        : Ledger.recorded(session, origin.jobId()).map(Optional::orElseThrow));
    }

    private static QueryPart plain(Single write) {
        return Sql.part(
                "with changed as ({0}) select cast({1} as text)",
                write.statement().apply(DSL.trueCondition()), write.result());
    }

    private Future<JsonNode> query(QueryPart query) {
        return database.session()
                .run(query)
                .map(rows -> rows.iterator().next().getString(0))
                .map(text -> text == null ? NullNode.getInstance() : Json.parse(text));
    }

    private void prune() {
        table.isUsable().onSuccess(usable -> {
            if (usable) {
                pruning.afterWrite();
            }
        });
    }
}
