package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.Statements;
import dev.millrace.datasources.script.ScriptReader;
import dev.millrace.datasources.script.ScriptStatement;
import dev.millrace.datasources.value.ColumnText;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Users' own SQL on one PostgreSQL database. */
final class PostgresStatements implements Statements {
    /** How long we wait for the database to end what it was told to end. */
    private static final long GRACE_MS = 5_000;

    private final Vertx vertx;
    private final Database database;
    private final Writes writes;
    private final ColumnText texts;

    PostgresStatements(Vertx vertx, Database database, Writes writes, ColumnText texts) {
        this.vertx = vertx;
        this.database = database;
        this.writes = writes;
        this.texts = texts;
    }

    @Override
    public Running run(Script script, Bounds bounds, Optional<WriteOrigin> origin) {
        var interruption = new Interruption();
        Promise<Optional<Answer>> answer = Promise.promise();
        long timer = vertx.setTimer(
                Math.max(1, bounds.time().toMillis()), late -> interrupt(interruption, answer, late(bounds)));
        answer.future().onComplete(done -> vertx.cancelTimer(timer));
        begin(script, bounds, origin, interruption).onComplete(done -> {
            if (done.succeeded()) {
                answer.tryComplete(done.result());
            } else {
                answer.tryFail(interruption.reason().<Throwable>map(why -> why).orElse(done.cause()));
            }
        });
        return new PostgresRunning(
                answer.future().toCompletionStage(), () -> interrupt(interruption, answer, stopped()));
    }

    private record PostgresRunning(CompletionStage<Optional<Answer>> answer, Runnable stopping) implements Running {
        @Override
        public void stop() {
            stopping.run();
        }
    }

    private Future<Optional<Answer>> begin(
            Script script, Bounds bounds, Optional<WriteOrigin> origin, Interruption interruption) {
        try {
            var statements = ScriptReader.read(script.sql(), script.variables().keySet());
            return statements.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : run(script, statements, bounds, origin, interruption)
                            .map(recorded -> Optional.of(RecordedAnswer.answer(recorded)));
        } catch (DataSourceException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<JsonNode> run(
            Script script,
            List<ScriptStatement> statements,
            Bounds bounds,
            Optional<WriteOrigin> origin,
            Interruption interruption) {
        var run = new ScriptRun(script, statements, bounds, texts, database.failures(), interruption);
        return writes.once(
                origin,
                () -> database.inScript(interruption, connection -> run.run(connection, Optional.empty())),
                job -> database.inScript(interruption, connection -> run.run(connection, Optional.of(job))));
    }

    /** What the database then says is the answer: it may have come to its end just before. */
    private void interrupt(Interruption interruption, Promise<Optional<Answer>> answer, DataSourceException reason) {
        interruption.because(reason);
        long grace = vertx.setTimer(GRACE_MS, silent -> answer.tryFail(reason));
        answer.future().onComplete(done -> vertx.cancelTimer(grace));
    }

    private static DataSourceException late(Bounds bounds) {
        return new DataSourceException(
                "timeout",
                "Expected the statements to end within %d ms, but they did not"
                        .formatted(bounds.time().toMillis()));
    }

    private static DataSourceException stopped() {
        return new DataSourceException(
                "stopped", "Expected somebody to wait for the statements, but they were called off");
    }
}
