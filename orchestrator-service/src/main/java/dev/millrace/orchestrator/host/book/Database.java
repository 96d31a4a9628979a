package dev.millrace.orchestrator.host.book;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The host's own connections. Statements of one transaction travel pipelined; the host thread waits for their answers. */
public final class Database implements AutoCloseable {
    public static final String SCHEMA = "orchestrator";

    /** Longer than any statement may take, so that the server always speaks first. */
    private static final long ANSWER_SECONDS = 30;

    private static final int CONNECT_MILLIS = 5_000;

    /** Classes of SQL states that speak of the content: data exception, constraint, syntax, program limit. */
    private static final Set<String> CONTENT = Set.of("22", "23", "42", "54");

    private final Pool pool;

    public Database(Vertx vertx, DatabaseSettings settings) {
        this.pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(options(settings))
                .with(new PoolOptions()
                        .setMaxSize(settings.connections())
                        .setConnectionTimeout(CONNECT_MILLIS)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .build();
    }

    private static PgConnectOptions options(DatabaseSettings settings) {
        var options = PgConnectOptions.fromUri(settings.reactiveUrl().replaceFirst("^vertx-reactive:", ""))
                .setUser(settings.user())
                .setPassword(settings.password())
                .setCachePreparedStatements(true);
        options.setConnectTimeout(CONNECT_MILLIS).setReconnectAttempts(0);
        options.addProperty("search_path", SCHEMA)
                .addProperty("statement_timeout", "20000")
                .addProperty("idle_in_transaction_session_timeout", "20000")
                // Every statement goes by primary keys that come as arrays. Without statistics on a young table the
                // planner would rather read and hash all of it.
                .addProperty("enable_seqscan", "off")
                .addProperty("enable_hashjoin", "off")
                .addProperty("enable_mergejoin", "off")
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("jit", "off");
        return options;
    }

    /**
     * Does the work in one transaction.
     *
     * @param work says whether to commit
     * @return whether it was committed
     * @throws DatabaseUnavailableException when it may or may not have been
     * @throws ContentRefusedException when it was not, and never will be
     */
    public boolean inTransaction(Function<SqlConnection, Boolean> work) {
        var connection = await(pool.getConnection());
        boolean done = false;
        try {
            var begun = connection.query("begin").execute();
            boolean commit = work.apply(connection);
            await(begun);
            if (commit) {
                await(connection.query("commit").execute());
                done = true;
            }
            return commit;
        } finally {
            release(connection, done);
        }
    }

    /** Lets the work read in a transaction of its own for each statement. */
    public <T> T reading(Function<SqlConnection, T> work) {
        var connection = await(pool.getConnection());
        boolean done = false;
        try {
            T read = work.apply(connection);
            done = true;
            return read;
        } finally {
            release(connection, done);
        }
    }

    /** A connection with unanswered statements goes back behind their answers, with nothing left open. */
    private static void release(SqlConnection connection, boolean clean) {
        if (clean) {
            connection.close();
        } else {
            connection.query("rollback").execute().onComplete(rolledBack -> connection.close());
        }
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Expected an answer of the database, but was interrupted", e);
        } catch (TimeoutException e) {
            throw new DatabaseUnavailableException(
                    "Expected an answer of the database within " + ANSWER_SECONDS + " s, but there was none", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof PgException refused
                && refused.getSqlState() != null
                && CONTENT.contains(refused.getSqlState().substring(0, 2))) {
            return new ContentRefusedException(
                    "Expected the database to take the rows, but it refused: " + refused.getErrorMessage(), cause);
        }
        return new DatabaseUnavailableException("Expected the database to answer, but: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        pool.close();
    }
}
