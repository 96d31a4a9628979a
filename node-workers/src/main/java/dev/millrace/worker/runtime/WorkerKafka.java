package dev.millrace.worker.runtime;

import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.KafkaConfiguration;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.TopicPlan;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.messaging.TopicSetup.Wanted;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the worker needs of Kafka besides its two channels: topics, the announcement of its types, the dead letters. */
@Singleton
public class WorkerKafka {
    private final Topics topics;
    private final WorkerTypes types;
    private final Cancellations cancellations;
    private final KafkaSettings settings;
    private final TopicSetup setup;
    private final TopicPlan plan;
    private final DeadLetters deadLetters;
    private final Producer<String, byte[]> producer;

    @Inject
    public WorkerKafka(
            WorkerTypes types,
            Cancellations cancellations,
            Config config,
            @ConfigProperty(name = "millrace.topics.prefix", defaultValue = "millrace.") String prefix,
            @ConfigProperty(name = "millrace.topics.partitions", defaultValue = "8") int partitions) {
        this.settings = KafkaConfiguration.read(config);
        this.cancellations = cancellations;
        this.topics = new Topics(prefix);
        this.types = types;
        this.setup = new TopicSetup(settings);
        this.plan = new TopicPlan(topics, partitions);
        this.deadLetters = new DeadLetters(topics, "node-workers");
        this.producer = new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Settings of the channel {@code step-commands}. The topics follow from the handlers, so that a new node type needs no
     * configuration; they are created, and the types announced, before the channel subscribes.
     */
    @Produces
    @Singleton
    @Identifier("step-commands")
    Map<String, Object> stepCommands() {
        prepareTopics();
        announce();
        cancellations.follow(settings, topics.stepCancellations());
        Map<String, Object> channel = new HashMap<>();
        channel.put(
                "topics",
                String.join(
                        ",", types.names().stream().map(topics::stepCommands).toList()));
        return channel;
    }

    /** Settings of the channel {@code step-results}. */
    @Produces
    @Singleton
    @Identifier("step-results")
    Map<String, Object> stepResults() {
        Map<String, Object> channel = new HashMap<>();
        channel.put("topic", topics.stepResults());
        return channel;
    }

    /** Waits for a broker that is away, however long: to fail would stop the worker for good. */
    CompletionStage<Void> bury(ConsumerRecord<String, byte[]> original, String reason) {
        return send(deadLetters.of(original, reason))
                .exceptionallyCompose(failure -> failure instanceof RetriableException
                        ? bury(original, reason)
                        : CompletableFuture.failedStage(failure));
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    private void prepareTopics() {
        var wanted = new ArrayList<Wanted>();
        types.names().forEach(type -> wanted.add(plan.stepCommands(type)));
        wanted.add(plan.stepResults());
        wanted.add(plan.stepCancellations());
        wanted.add(plan.deadLetters());
        wanted.add(plan.nodeTypes());
        setup.ensure(wanted);
    }

    private void announce() {
        types.descriptors().stream()
                .map(CatalogueEntry::of)
                .map(entry -> Messages.record(topics.nodeTypes(), entry.recordKey(), entry))
                .map(this::send)
                .forEach(sent -> sent.toCompletableFuture().join());
    }

    private CompletionStage<Void> send(ProducerRecord<String, byte[]> record) {
        var done = new CompletableFuture<Void>();
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }
}
