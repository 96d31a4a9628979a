package dev.millrace.datasources.postgres;

import dev.millrace.datasources.ConnectionSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The connections to one database. */
final class Database implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    /** How long a statement waits for a free connection before the database counts as unavailable. */
    private static final int POOL_WAIT_SECONDS = 30;

    private static final int POOL_QUEUE = 20_000;

    private final Pool pool;
    private final Failures failures;
    private final Session session;

    private Database(Pool pool, Failures failures) {
        this.pool = pool;
        this.failures = failures;
        this.session = new Session(pool, failures);
    }

    static Database open(Vertx vertx, ConnectionSettings settings) {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(Math.max(1, settings.poolSize()))
                        .setConnectionTimeout(POOL_WAIT_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxWaitQueueSize(POOL_QUEUE))
                .connectingTo(connectOptions(settings))
                .using(vertx)
                .build();
        return new Database(pool, new Failures(settings));
    }

    /** On any connection, each statement its own transaction. */
    Session session() {
        return session;
    }

    <T> Future<T> inTransaction(Function<Session, Future<T>> work) {
        return pool.withTransaction(connection -> work.apply(new Session(connection, failures)))
                .recover(failure -> Future.failedFuture(failures.translate(failure)));
    }

    /** A transaction of users' own statements, which can be interrupted. */
    <T> Future<T> inScript(Interruption interruption, Function<PgConnection, Future<T>> work) {
        return ScriptSession.run(pool, interruption, work)
                .recover(failure -> Future.failedFuture(failures.translate(failure)));
    }

    Failures failures() {
        return failures;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Dates are read as texts, so their style and zone must not depend on the server's settings. */
    private static PgConnectOptions connectOptions(ConnectionSettings settings) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setDatabase(settings.database())
                .setUser(settings.user())
                .setPassword(settings.password() == null ? "" : settings.password())
                .setCachePreparedStatements(true)
                .addProperty("application_name", "millrace")
                .addProperty("DateStyle", "ISO, YMD")
                .addProperty("TimeZone", "UTC");
        options.setConnectTimeout(CONNECT_TIMEOUT_MS);
        return options;
    }
}
