package dev.millrace.datasources.postgres;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import java.util.function.Function;

/** One transaction of users' own statements on a connection of the pool, which nothing of it is left on. */
final class ScriptSession {
    /** Statements and the functions they call can leave settings, locks and tables behind; the next user wants none of them. */
    private static final String CLEAN = "reset session authorization; reset role; reset all; close all; unlisten *;"
            + " select pg_catalog.pg_advisory_unlock_all(); discard temp";

    /** A cancellation that comes late would hit whoever has the session next. */
    private static final String END = "rollback; select pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid())";

    private final PgConnection connection;
    private final Interruption interruption;

    private ScriptSession(PgConnection connection, Interruption interruption) {
        this.connection = connection;
        this.interruption = interruption;
    }

    static <T> Future<T> run(Pool pool, Interruption interruption, Function<PgConnection, Future<T>> work) {
        return pool.getConnection()
                .map(PgConnection::cast)
                .compose(connection -> new ScriptSession(connection, interruption).run(work));
    }

    private <T> Future<T> run(Function<PgConnection, Future<T>> work) {
        interruption.reaches(connection);
        return statement("begin")
                .compose(begun -> work.apply(connection))
                .compose(result -> statement("commit").map(result))
                .transform(done -> leave(done.succeeded()).transform(left -> (Future<T>) done));
    }

    private Future<Void> leave(boolean isCommitted) {
        return statement(last(isCommitted)).transform(done -> connection.close());
    }

    private String last(boolean isCommitted) {
        if (interruption.leaves()) {
            // What the session says at its end is what we made it say.
            connection.exceptionHandler(expected -> {});
            return END;
        }
        return isCommitted ? CLEAN : "rollback; " + CLEAN;
    }

    private Future<Void> statement(String sql) {
        return connection.query(sql).execute().mapEmpty();
    }
}
