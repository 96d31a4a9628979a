package dev.millrace.orchestrator.host;

import dev.millrace.orchestrator.host.book.Book;
import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import dev.millrace.orchestrator.host.book.Schema;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Once an hour: partitions for the months to come, and events that are known for long enough. */
final class Housekeeping {
    static final Duration PERIOD = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Schema schema;
    private final Book book;
    private final Duration keepEventKeys;
    private final InstantSource clock;

    Housekeeping(Schema schema, Book book, Duration keepEventKeys, InstantSource clock) {
        this.schema = schema;
        this.book = book;
        this.keepEventKeys = keepEventKeys;
        this.clock = clock;
    }

    void run() {
        var now = clock.instant();
        try {
            schema.addPartitions(now);
            int forgotten = book.forgetEventsBefore(now.minus(keepEventKeys));
            LOG.debugf("%d event keys were old enough to be forgotten", forgotten);
        } catch (DatabaseUnavailableException e) {
            LOG.warnf("Housekeeping waits for the next hour: %s", e.getMessage());
        }
    }
}
