package dev.millrace.definition.storage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Brings the tables of this service up to date; waits for a database that is down. */
@ApplicationScoped
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final String NAME = "definition";
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final AgroalDataSource dataSource;
    private volatile boolean ready;

    Schema(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public boolean isReady() {
        return ready;
    }

    /** Returns once the tables are there; or not, when the thread is interrupted. */
    public void migrate() {
        var wait = FIRST_WAIT;
        while (!tryMigrate() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private boolean tryMigrate() {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas(NAME)
                    .defaultSchema(NAME)
                    .createSchemas(true)
                    .locations("classpath:db/definition")
                    .load()
                    .migrate();
            ready = true;
        } catch (FlywayException e) {
            LOG.warnf("Waiting for the database: %s", e.getMessage());
        }
        return ready;
    }
}
