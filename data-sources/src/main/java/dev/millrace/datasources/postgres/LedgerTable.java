package dev.millrace.datasources.postgres;

import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.sql.Statement;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Sees to it that the ledger exists, once per process, when it is first needed. */
final class LedgerTable {
    private static final Logger LOG = System.getLogger(LedgerTable.class.getName());
    /** Any number that nobody else takes: processes that start together create one after the other. */
    private static final long CREATION_LOCK = 0x6d696c6c72616365L;

    private static final Statement USABLE = new Statement(
            "select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'millrace_ledger' and c.relname = 'ledger'"
                    + " and has_schema_privilege(n.oid, 'usage')"
                    + " and has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')"
                    + " and has_table_privilege(c.oid, 'update'))",
            List.of());

    private static final List<Statement> CREATION = List.of(
            new Statement("select pg_advisory_xact_lock($1)", List.of(CREATION_LOCK)),
            // "already exists, skipping" is no news.
            new Statement("set local client_min_messages = warning", List.of()),
            new Statement("create schema if not exists millrace_ledger", List.of()),
            new Statement(
                    "create table if not exists millrace_ledger.ledger (job_id text primary key, result jsonb,"
                            + " stack jsonb not null, tx_id bigint not null, written_at timestamptz not null)",
                    List.of()),
            new Statement("create index if not exists ledger_tx_id on millrace_ledger.ledger (tx_id)", List.of()),
            // Rows come in the order of time, so that a few pages of block ranges are enough to find the old ones.
            new Statement(
                    "create index if not exists ledger_written_at on millrace_ledger.ledger using brin (written_at)",
                    List.of()));

    private final Database database;
    private final ConnectionSettings settings;
    private volatile Future<Boolean> usable;

    LedgerTable(Database database, ConnectionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** False where the settings or the database's rights forbid it; fails when the database cannot be reached. */
    Future<Boolean> isUsable() {
        var answer = usable;
        if (answer == null || answer.failed()) {
            answer = settings.ledger() ? create() : Future.succeededFuture(false);
            usable = answer;
        }
        return answer;
    }

    /** After a statement did not find the table: it was dropped while we ran. */
    void forget() {
        usable = null;
    }

    private Future<Boolean> create() {
        return exists().compose(exists -> exists ? Future.succeededFuture(true) : createNow());
    }

    private Future<Boolean> exists() {
        return database.session().run(USABLE).map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Future<Boolean> createNow() {
        return database.inTransaction(this::runAll).map(true).recover(this::without);
    }

    private Future<Void> runAll(Session session) {
        Future<Void> done = Future.succeededFuture();
        for (Statement statement : CREATION) {
            done = done.compose(nothing -> session.run(statement).mapEmpty());
        }
        return done;
    }

    private Future<Boolean> without(Throwable failure) {
        boolean isRefusal = failure instanceof DataSourceException refused
                && (refused.code().equals(Failures.DENIED) || refused.code().equals("not_writable"));
        if (!isRefusal) {
            return Future.failedFuture(failure);
        }
        LOG.log(
                Level.WARNING,
                "Data nodes write to data source {0} without the table millrace_ledger.ledger, so that a repeated step may write"
                        + " twice: it does not exist, and it cannot be created ({1})",
                settings.name(),
                failure.getMessage());
        return Future.succeededFuture(false);
    }
}
