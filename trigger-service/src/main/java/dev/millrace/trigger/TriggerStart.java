package dev.millrace.trigger;

import dev.millrace.trigger.collection.CollectionTriggers;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.events.EventPublisher;
import dev.millrace.trigger.kafka.TriggerKafka;
import dev.millrace.trigger.reply.ReplyDesk;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Starts what runs by itself, in order and on a thread of its own: a broker that is down keeps no endpoint from answering. */
@ApplicationScoped
class TriggerStart {
    private static final Logger LOG = Logger.getLogger(TriggerStart.class);

    private final TriggerKafka kafka;
    private final EventPublisher publisher;
    private final ReplyDesk replies;
    private final Definitions definitions;
    private final CollectionTriggers collections;
    private volatile Thread thread;

    @Inject
    TriggerStart(
            TriggerKafka kafka,
            EventPublisher publisher,
            ReplyDesk replies,
            Definitions definitions,
            CollectionTriggers collections) {
        this.kafka = kafka;
        this.publisher = publisher;
        this.replies = replies;
        this.definitions = definitions;
        this.collections = collections;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::startAll, "trigger-start");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
        collections.stop();
        definitions.stop();
        replies.stop();
    }

    private void startAll() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                kafka.ensureTopics();
                // Before the definitions: no call is accepted that could miss its reply.
                replies.start();
                break;
            } catch (KafkaException e) {
                LOG.warnf("Starting the triggers, will try again: %s", e.getMessage());
            }
        }
        if (!Thread.currentThread().isInterrupted()) {
            publisher.announce();
            collections.start();
            definitions.start();
        }
    }
}
