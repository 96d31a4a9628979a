package dev.millrace.definition;

import dev.millrace.definition.catalogue.Catalogue;
import dev.millrace.definition.identity.FirstLogin;
import dev.millrace.definition.kafka.DefinitionKafka;
import dev.millrace.definition.outbox.OutboxRelay;
import dev.millrace.definition.storage.Schema;
import dev.millrace.definition.workflow.ExecutedVersions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Starts what runs besides requests, in the background: the database and Kafka may come up later than this process, which serves
 * its health in the meantime.
 */
@ApplicationScoped
class DefinitionService {
    private static final Logger LOG = Logger.getLogger(DefinitionService.class);
    private static final Duration FIRST_CATCH_UP = Duration.ofSeconds(30);

    private final Schema schema;
    private final FirstLogin firstLogin;
    private final DefinitionKafka kafka;
    private final Catalogue catalogue;
    private final OutboxRelay relay;
    private final ExecutedVersions executed;
    private Thread starter;

    DefinitionService(
            Schema schema,
            FirstLogin firstLogin,
            DefinitionKafka kafka,
            Catalogue catalogue,
            OutboxRelay relay,
            ExecutedVersions executed) {
        this.schema = schema;
        this.firstLogin = firstLogin;
        this.kafka = kafka;
        this.catalogue = catalogue;
        this.relay = relay;
        this.executed = executed;
    }

    void start(@Observes StartupEvent event) {
        starter = new Thread(this::bringUp, "definition start");
        starter.setDaemon(true);
        starter.start();
    }

    void stop(@Observes ShutdownEvent event) {
        starter.interrupt();
        executed.stop();
        relay.stop();
        catalogue.stop();
    }

    private void bringUp() {
        try {
            schema.migrate();
            firstLogin.ensure();
            kafka.ensureTopics();
            catalogue.start();
            relay.start();
            executed.start();
            catalogue.catchUp(FIRST_CATCH_UP);
        } catch (RuntimeException e) {
            LOG.error("Expected the definition service to come up, but it did not; restart it", e);
        }
    }
}
