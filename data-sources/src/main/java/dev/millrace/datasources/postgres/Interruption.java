package dev.millrace.datasources.postgres;

import dev.millrace.datasources.DataSourceException;
import io.vertx.pgclient.PgConnection;
import java.util.Optional;

/** Ends what a script does in the database, from outside. Thread-safe. */
final class Interruption {
    private PgConnection connection;
    private DataSourceException reason;
    private boolean sent;

    /** The first reason counts. */
    synchronized void because(DataSourceException why) {
        if (reason == null) {
            reason = why;
            cancel();
        }
    }

    synchronized Optional<DataSourceException> reason() {
        return Optional.ofNullable(reason);
    }

    synchronized void reaches(PgConnection session) {
        connection = session;
    }

    /** From here on nothing is sent any more. Answers whether something was: it may still be on its way to the session. */
    synchronized boolean leaves() {
        connection = null;
        boolean wasSent = sent;
        sent = false;
        return wasSent;
    }

    private void cancel() {
        if (connection != null) {
            sent = true;
            connection.cancelRequest();
        }
    }
}
