package dev.millrace.orchestrator.host;

import static dev.millrace.orchestrator.host.book.Database.await;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Topics;
import dev.millrace.orchestrator.host.book.Database;
import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import dev.millrace.orchestrator.host.book.ErrandTable;
import dev.millrace.orchestrator.host.book.TimerTable;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Turns timers that are due into records, and only then deletes them: a crash in between sends one twice, which is
 * harmless. Several sweeps share the work.
 */
final class TimerSweep implements Runnable {
    private static final Logger LOG = Logger.getLogger(TimerSweep.class);
    private static final String PART = "timer sweep";
    private static final int BATCH = 1_000;

    /** Their contexts may be large. */
    private static final int ERRANDS = 100;

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

    /** How late a timer may be noticed that another instance set. */
    private static final Duration IDLE = Duration.ofMillis(500);

    /** Far enough away to count as never, near enough to count with. */
    private static final Instant NONE = Instant.EPOCH.plus(Duration.ofDays(1_000_000));

    private final Database database;
    private final Outbox outbox;
    private final Topics topics;
    private final Errands errands;
    private final Metrics metrics;
    private final HostStatus status;
    private final InstantSource clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);
    private volatile Thread thread;
    private volatile boolean closed;

    TimerSweep(
            Database database,
            Outbox outbox,
            Topics topics,
            Errands errands,
            Metrics metrics,
            HostStatus status,
            InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.topics = topics;
        this.errands = errands;
        this.metrics = metrics;
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        var backoff = new Backoff();
        while (!closed) {
            try {
                sleepUntilDue();
                sweep();
                status.working(PART);
                backoff = new Backoff();
            } catch (DatabaseUnavailableException | KafkaException e) {
                status.failing(PART, e.getMessage());
                LockSupport.parkNanos(backoff.next().toNanos());
            } catch (RuntimeException e) {
                LOG.error("The timer sweep failed, will try again", e);
                status.failing(PART, "Expected to sweep the timers, but " + e);
                LockSupport.parkNanos(backoff.next().toNanos());
            }
        }
    }

    /** Called by whoever sets a timer. */
    void set(Instant dueAt) {
        var before = next.getAndAccumulate(dueAt, (known, due) -> due.isBefore(known) ? due : known);
        if (dueAt.isBefore(before)) {
            LockSupport.unpark(thread);
        }
    }

    private void sleepUntilDue() {
        long deadline = System.nanoTime() + IDLE.toNanos();
        while (!closed) {
            long untilDue = Duration.between(clock.instant(), next.get()).toMillis();
            long untilIdle = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            long left = Math.min(untilDue, untilIdle);
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, Duration.ofMillis(left).toNanos());
        }
    }

    private void sweep() {
        // Before the read: a timer that is set while it runs must count.
        next.set(NONE);
        var full = new boolean[1];
        database.inTransaction(connection -> {
            full[0] = sweep(connection) | runErrands(connection);
            return true;
        });
        if (full[0]) {
            set(Instant.EPOCH);
        }
    }

    /** @return whether there may be more */
    private boolean sweep(SqlConnection connection) {
        var due = await(TimerTable.lockDue(connection, clock.instant(), BATCH));
        if (!due.isEmpty()) {
            outbox.send(due.stream()
                    .map(entry -> Messages.record(
                            topics.executionCommands(),
                            entry.executionId(),
                            new ExecutionCommand.TimerDue(entry.executionId(), entry.key())))
                    .toList());
            await(TimerTable.clear(connection, due));
            metrics.timersFired(due.size());
        }
        await(TimerTable.nextDue(connection)).ifPresent(this::set);
        return due.size() == BATCH;
    }

    /**
     * Sends what a crash left behind. Errands that are younger are on their way.
     *
     * @return whether there may be more
     */
    private boolean runErrands(SqlConnection connection) {
        var left = await(ErrandTable.lockOlder(connection, LEFT_BEHIND, ERRANDS));
        if (!left.isEmpty()) {
            outbox.send(left.stream().map(errands::record).toList());
            await(ErrandTable.delete(connection, left));
        }
        return left.size() == ERRANDS;
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
