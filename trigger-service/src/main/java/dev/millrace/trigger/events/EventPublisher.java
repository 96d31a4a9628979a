package dev.millrace.trigger.events;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.trigger.TriggerType;
import dev.millrace.trigger.health.Sighting;
import dev.millrace.trigger.health.TriggerWatch;
import dev.millrace.trigger.kafka.TriggerKafka;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts events and the trigger types on Kafka for callers that wait for the acknowledgement. */
@Singleton
public class EventPublisher {
    /** A caller rather hears that Kafka is away than waits for the two minutes that Kafka's client allows. */
    private static final Map<String, Object> FOR_CALLERS = Map.of(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);

    private final TriggerKafka kafka;
    private final TriggerWatch watch;
    private final List<TriggerType> types;
    private final Producer<String, byte[]> producer;
    /** Sending may wait for metadata or for room in the buffer, which an event loop must not. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "trigger-publisher");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    public EventPublisher(TriggerKafka kafka, TriggerWatch watch, @All List<TriggerType> types) {
        this.watch = watch;
        this.kafka = kafka;
        this.types = List.copyOf(types);
        this.producer = kafka.producer(FOR_CALLERS);
    }

    /** Completes once Kafka has acknowledged the event; never blocks. */
    public CompletionStage<Void> publish(TriggerEvent event) {
        return send(Messages.record(kafka.topics().triggerEvents(), event.executionId(), event))
                .thenRun(() -> watch.note(Sighting.fired(event.workflowKey(), event.occurredAt())));
    }

    /** Writes the trigger types to the catalogue. */
    public void announce() {
        types.stream()
                .map(type -> CatalogueEntry.of(type.descriptor()))
                .forEach(entry -> send(Messages.record(kafka.topics().nodeTypes(), entry.recordKey(), entry)));
    }

    @PreDestroy
    void close() {
        sender.shutdown();
        producer.close();
    }

    private CompletionStage<Void> send(ProducerRecord<String, byte[]> record) {
        var done = new CompletableFuture<Void>();
        sender.execute(() -> {
            try {
                producer.send(record, (metadata, failure) -> complete(done, failure));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static void complete(CompletableFuture<Void> done, Exception failure) {
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
