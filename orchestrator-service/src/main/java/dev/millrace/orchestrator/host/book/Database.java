package dev.millrace.orchestrator.host.book;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
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

    /** Raised by the function {@code fence}. */
    private static final String FENCED = "MR001";

    /** Classes of SQL states that speak of the content: data exception, constraint, syntax, program limit. */
    private static final Set<String> CONTENT = Set.of("22", "23", "42", "54");

    /**
     * The host's own event loop: behind the one that serves HTTP and workers an answer of 1 ms waited for 6 ms under load.
     */
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setPreferNativeTransport(true)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));

    private final Pool pool;

    public Database(DatabaseSettings settings) {
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

    /**
     * Does the statements in one transaction and in one round trip, {@code commit} included.
     *
     * @param statements issues them without waiting for their answers
     * @return false when one of them was fenced; nothing is written then
     * @throws DatabaseUnavailableException when it may or may not have been written
     * @throws ContentRefusedException when it was not, and never will be
     */
    public boolean atOnce(Function<SqlConnection, List<Future<?>>> statements) {
        var connection = await(pool.getConnection());
        boolean done = false;
        try {
            var sent = new ArrayList<Future<?>>();
            sent.add(connection.query("begin").execute());
            sent.addAll(statements.apply(connection));
            sent.add(connection.query("commit").execute());
            boolean committed = answered(sent);
            done = true;
            return committed;
        } finally {
            release(connection, done);
        }
    }

    /** The first failure is the cause; what comes behind it in the same transaction only says that it is aborted. */
    private static boolean answered(List<Future<?>> sent) {
        for (var future : sent) {
            try {
                await(future);
            } catch (FencedException e) {
                return false;
            }
        }
        return true;
    }

    private static final class FencedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
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
        if (cause instanceof PgException refused && FENCED.equals(refused.getSqlState())) {
            return new FencedException();
        }
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
        vertx.close();
    }
}
