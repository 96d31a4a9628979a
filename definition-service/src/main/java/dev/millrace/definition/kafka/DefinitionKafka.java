package dev.millrace.definition.kafka;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.model.message.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka as this service uses it. */
@ApplicationScoped
public class DefinitionKafka {
    private static final String BOOTSTRAP = "bootstrap.servers";

    private final KafkaSettings settings;
    private final Topics topics;
    private final int partitions;

    /** @param kafka everything that is configured below {@code kafka.} */
    DefinitionKafka(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "millrace.topics.prefix") String prefix,
            @ConfigProperty(name = "millrace.topics.partitions") int partitions) {
        var extra = kafka.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BOOTSTRAP))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        this.settings = new KafkaSettings(String.valueOf(kafka.get(BOOTSTRAP)), extra);
        this.topics = new Topics(prefix);
        this.partitions = partitions;
    }

    public KafkaSettings settings() {
        return settings;
    }

    public Topics topics() {
        return topics;
    }

    public String definitions() {
        return topics.workflowDefinitions();
    }

    /** Blocks for as long as there is no broker. */
    public void ensureTopics() {
        new TopicSetup(settings)
                .ensure(List.of(
                        TopicSetup.Wanted.compacted(topics.workflowDefinitions()),
                        TopicSetup.Wanted.compacted(topics.nodeTypes()),
                        TopicSetup.Wanted.stream(topics.executionEvents(), partitions),
                        TopicSetup.Wanted.stream(topics.deadLetters(), 1)));
    }

    /** Gives up on a record after seconds, so that a caller can be told; the outbox keeps it and tries again. */
    public Producer<String, byte[]> producer() {
        Map<String, Object> bounded = new HashMap<>();
        bounded.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        bounded.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        bounded.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 8_000L);
        bounded.putAll(settings.producer());
        return new KafkaProducer<>(bounded, new StringSerializer(), new ByteArraySerializer());
    }
}
