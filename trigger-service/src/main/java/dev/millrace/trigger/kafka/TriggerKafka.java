package dev.millrace.trigger.kafka;

import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.KafkaConfiguration;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.TopicPlan;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.messaging.TopicSetup.Wanted;
import dev.millrace.model.message.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This service's way to Kafka. A type of its own, not a bean of a shared type: all services live in one container when they
 * are composed in one JVM.
 */
@Singleton
public class TriggerKafka {
    private final KafkaSettings settings;
    private final Topics topics;
    private final TopicPlan plan;

    @Inject
    public TriggerKafka(
            Config config,
            @ConfigProperty(name = "millrace.topics.prefix", defaultValue = "millrace.") String prefix,
            @ConfigProperty(name = "millrace.topics.partitions", defaultValue = "8") int partitions) {
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

    public DeadLetters deadLetters() {
        return new DeadLetters(topics, "trigger-service");
    }

    /** @param overrides settings that win over those of all producers */
    public Producer<String, byte[]> producer(Map<String, Object> overrides) {
        var all = settings.producer();
        all.putAll(overrides);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    /** Blocks for as long as there is no broker. */
    public void ensureTopics() {
        var wanted = new ArrayList<Wanted>();
        wanted.add(plan.workflowDefinitions());
        wanted.add(plan.nodeTypes());
        wanted.add(plan.replies());
        wanted.add(plan.deadLetters());
        wanted.addAll(plan.drivingExecutions());
        wanted.add(plan.captureOffsets());
        ensure(wanted);
    }

    /** Blocks for as long as there is no broker. */
    public void ensureRowChanges(String name, int partitions) {
        ensure(List.of(plan.rowChanges(name, partitions)));
    }

    private void ensure(Collection<Wanted> wanted) {
        new TopicSetup(settings).ensure(wanted);
    }
}
