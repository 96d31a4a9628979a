package dev.millrace.definition.kafka;

import dev.millrace.messaging.KafkaConfiguration;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.TopicPlan;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.model.message.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka as this service uses it. */
@ApplicationScoped
public class DefinitionKafka {
    private final KafkaSettings settings;
    private final Topics topics;
    private final TopicPlan plan;

    DefinitionKafka(
            Config config,
            @ConfigProperty(name = "millrace.topics.prefix") String prefix,
            @ConfigProperty(name = "millrace.topics.partitions") int partitions) {
        this.settings = KafkaConfiguration.read(config);
        this.topics = new Topics(prefix);
        this.plan = new TopicPlan(topics, partitions);
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
                        plan.workflowDefinitions(), plan.nodeTypes(), plan.executionEvents(), plan.deadLetters()));
    }

    /** Gives up on a record after seconds, so that a caller can be told; the outbox keeps it and tries again. */
    public Producer<String, byte[]> producer() {
        var bounded = settings.producer();
        bounded.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        bounded.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        bounded.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 8_000L);
        return new KafkaProducer<>(bounded, new StringSerializer(), new ByteArraySerializer());
    }
}
