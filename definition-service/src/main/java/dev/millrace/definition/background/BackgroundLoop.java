package dev.millrace.definition.background;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Does one piece of work again and again on a thread of its own. Nothing that the work throws ends it: it waits, longer each time
 * in a row, tries again, and says meanwhile what is wrong.
 */
public final class BackgroundLoop {
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final String work;
    private final Turn turn;
    private final Thread thread;
    private final Duration firstWait;
    private volatile boolean closed;
    private volatile String failing;
    private volatile Runnable atEnd = () -> {};
    private Duration wait;

    /** One piece of the work; blocks until there is some, for a while. */
    @FunctionalInterface
    public interface Turn {
        void run() throws SQLException, InterruptedException;
    }

    /** @param work what is done, as it stands behind "Expected to": {@code publish definitions} */
    public BackgroundLoop(String work, Turn turn) {
        this(work, turn, FIRST_WAIT);
    }

    BackgroundLoop(String work, Turn turn, Duration firstWait) {
        this.work = work;
        this.turn = turn;
        this.firstWait = firstWait;
        this.wait = firstWait;
        this.thread = new Thread(this::run, work);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Ends the turn that is under way, too.
     *
     * @param release gives back what the turns used, on their thread, after the last one
     */
    public void stop(Runnable release) {
        atEnd = release;
        closed = true;
        thread.interrupt();
    }

    /** Why the work does not go on; empty while it does. */
    public Optional<String> failing() {
        return Optional.ofNullable(failing);
    }

    private void run() {
        while (!closed) {
            runOnce();
        }
        // The interrupt has done its work; clients do not close well under one.
        Thread.interrupted();
        atEnd.run();
    }

    private void runOnce() {
        try {
            turn.run();
            failing = null;
            wait = firstWait;
        } catch (InterruptedException | InterruptException e) {
            LOG.debugf("Interrupted while about to %s", work);
        } catch (SQLException | KafkaException e) {
            LOG.warnf("Expected to %s, but failed; will try again: %s", work, e.getMessage());
            backOff(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Expected to %s, but failed; will try again", work);
            backOff(e);
        }
    }

    private void backOff(Exception failure) {
        failing = failure.toString();
        LockSupport.parkNanos(wait.toNanos());
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
}
