package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.Statements.Answer;
import dev.millrace.datasources.Statements.Bounds;
import dev.millrace.datasources.Statements.Script;
import dev.millrace.datasources.script.ScriptStatement;
import dev.millrace.datasources.value.ColumnText;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of a script, one after the other, inside a transaction. */
final class ScriptRun {
    /** How much longer the database lets a statement run than we do: it is the one to end it when this process is gone. */
    private static final long BEHIND_MS = 1_000;

    private final Script script;
    private final List<ScriptStatement> statements;
    private final Bounds bounds;
    private final ColumnText texts;
    private final Failures failures;
    private final ScriptFailures scriptFailures;
    private final Interruption interruption;

    ScriptRun(
            Script script,
            List<ScriptStatement> statements,
            Bounds bounds,
            ColumnText texts,
            Failures failures,
            Interruption interruption) {
        this.script = script;
        this.statements = statements;
        this.bounds = bounds;
        this.texts = texts;
        this.failures = failures;
        this.scriptFailures = new ScriptFailures(script.sql(), failures);
        this.interruption = interruption;
    }

    /** The answer as the ledger keeps it. A job that is in the ledger runs nothing. */
    Future<JsonNode> run(PgConnection connection, Optional<WriteOrigin> origin) {
        var session = new Session(connection, failures);
        return connection
                .query("set local statement_timeout = "
                        + databaseTimeout(bounds.time().toMillis()))
                .execute()
                .compose(set -> recorded(session, origin))
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture(known.get())
                        : all(connection).map(RecordedAnswer::of).compose(answer -> record(session, origin, answer)));
    }

    /** The database takes an int, and 0 for no bound. */
    private static long databaseTimeout(long millis) {
        return Math.min(Integer.MAX_VALUE, Math.max(0, millis) + BEHIND_MS);
    }

    private static Future<Optional<JsonNode>> recorded(Session session, Optional<WriteOrigin> origin) {
        return origin.map(job -> Ledger.recorded(session, job.jobId()))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Future<JsonNode> record(Session session, Optional<WriteOrigin> origin, JsonNode answer) {
        return origin.map(job -> Ledger.recordIfWritten(session, job, answer))
                .orElseGet(() -> Future.succeededFuture(answer));
    }

    private Future<Answer> all(PgConnection connection) {
        Future<Answer> all = Future.succeededFuture(new Answer(List.of(), List.of(), 0));
        for (int i = 0; i < statements.size(); i++) {
            int index = i;
            all = all.compose(before -> one(connection, index).map(rows -> together(before, rows)));
        }
        return all;
    }

    private static Answer together(Answer before, AnswerRows rows) {
        long count = before.rowCount() + rows.count();
        return rows.hasFields()
                ? new Answer(rows.fields(), rows.rows(), count)
                : new Answer(before.fields(), before.rows(), count);
    }

    private Future<AnswerRows> one(PgConnection connection, int index) {
        var statement = statements.get(index);
        int number = statements.size() == 1 ? 0 : index + 1;
        return types(connection, statement, number).compose(types -> {
            var reason = interruption.reason();
            return reason.isPresent()
                    ? Future.failedFuture(reason.get())
                    : execute(
                            connection,
                            statement,
                            Binding.of(statement, script.variables(), types, texts, bounds.bytes()),
                            number);
        });
    }

    private Future<Map<String, VariableType>> types(PgConnection connection, ScriptStatement statement, int number) {
        if (!statement.hasVariables() || !statement.isQuery()) {
            return Future.succeededFuture(Map.of());
        }
        var question = VariableTypes.question(statement);
        return placed(VariableTypes.ask(connection, question), question, number);
    }

    private Future<AnswerRows> execute(
            PgConnection connection, ScriptStatement statement, Binding.Bound bound, int number) {
        var answer = connection.prepare(bound.statement().sql()).compose(prepared -> {
            var cursor = prepared.cursor(Tuple.wrap(new ArrayList<Object>(bound.values())));
            return new AnswerRows(cursor, statement.hasRows(), bounds)
                    .read()
                    .eventually(() -> cursor.close().otherwiseEmpty())
                    .eventually(() -> prepared.close().otherwiseEmpty());
        });
        return placed(answer, bound.statement(), number);
    }

    private <T> Future<T> placed(Future<T> work, SentStatement sent, int number) {
        return work.recover(failure -> Future.failedFuture(
                failure instanceof DataSourceException ? failure : scriptFailures.translate(failure, sent, number)));
    }
}
