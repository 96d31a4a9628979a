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
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the worker needs of Kafka besides its commands: topics, the announcement of its types, results, dead letters. */
@Singleton
public class WorkerKafka {
    private final Topics topics;
    private final WorkerTypes types;
    private final Cancellations cancellations;
    private final KafkaSettings settings;
    private final TopicSetup setup;
    private final TopicPlan plan;
    private final DeadLetters deadLetters;
    private final Publisher publisher;

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
        this.publisher = new Publisher(settings);
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

    /** Completes once the result is on Kafka. */
    CompletionStage<Void> answer(String executionId, byte[] result, Headers headers) {
        return publisher.send(new ProducerRecord<>(topics.stepResults(), null, executionId, result, headers));
    }

    CompletionStage<Void> bury(ConsumerRecord<String, byte[]> original, String reason) {
        return publisher.send(deadLetters.of(original, reason));
    }

    @PreDestroy
    void close() {
        publisher.close();
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
                .map(publisher::send)
                .forEach(sent -> sent.toCompletableFuture().join());
    }
}
