package dev.millrace.datasources.postgres;

import dev.millrace.datasources.sql.Statement;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Deletes rows of jobs that ended long ago, beside the writes that make new ones: 5,000 at most every ten seconds keeps up
 * with 500 writes a second; with nothing left to delete the next look is ten minutes away.
 */
final class LedgerPruning {
    private static final Logger LOG = System.getLogger(LedgerPruning.class.getName());
    private static final int BATCH = 5_000;
    private static final long BUSY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

    private static final Statement DELETE = new Statement(
            "delete from millrace_ledger.ledger where job_id in (select job_id from millrace_ledger.ledger"
                    + " where written_at < now() - interval '7 days' limit $1 for update skip locked)",
            List.of((long) BATCH));

    private final Session session;
    private final LongSupplier nanos;
    private final AtomicLong dueAt;

    LedgerPruning(Session session, LongSupplier nanos) {
        this.session = session;
        this.nanos = nanos;
        this.dueAt = new AtomicLong(nanos.getAsLong());
    }

    void afterWrite() {
        long now = nanos.getAsLong();
        long due = dueAt.get();
        if (now - due >= 0 && dueAt.compareAndSet(due, now + IDLE_NANOS)) {
            session.run(DELETE)
                    .onSuccess(rows -> dueAt.set(now + (rows.rowCount() == BATCH ? BUSY_NANOS : IDLE_NANOS)))
                    .onFailure(
                            failure -> LOG.log(Level.WARNING, "Expected to prune the ledger, but it failed", failure));
        }
    }
}
