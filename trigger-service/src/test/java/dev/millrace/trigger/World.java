package dev.millrace.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.messaging.Messages;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.trigger.kafka.TriggerKafka;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What surrounds the service: definitions, an orchestrator that hears events and may reply, and users of the database. */
@Singleton
public class World {
    private final TriggerKafka kafka;
    private final String jdbc;
    private final Producer<String, byte[]> producer;
    private final List<TriggerEvent> events = new CopyOnWriteArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Thread listener = new Thread(this::listen, "world");
    private volatile boolean closed;
    private volatile Function<TriggerEvent, Optional<Reply>> orchestrator = event -> Optional.empty();

    @Inject
    World(TriggerKafka kafka, @ConfigProperty(name = "test.jdbc") String jdbc) {
        this.kafka = kafka;
        this.jdbc = jdbc;
        kafka.ensureTopics();
        this.producer = kafka.producer(Map.of());
        listener.start();
    }

    @PreDestroy
    void close() {
        closed = true;
    }

    public WorkflowVersion enable(String key, String type, boolean sync, String config, String options) {
        return put(key, type, sync, config, options, true);
    }

    public WorkflowVersion disable(String key, String type) {
        return put(key, type, false, "{}", "{}", false);
    }

    /** Returns once it is on Kafka, as the definition service does. */
    public WorkflowVersion put(String key, String type, boolean sync, String config, String options, boolean enabled) {
        var document = new WorkflowDocument(
                key, key, null, type, sync, enabled, Json.parse(config), Json.parse(options), List.of(), List.of());
        var version = new WorkflowVersion(key + "-1", key, sequence.incrementAndGet(), enabled, true, false, document);
        send(kafka.topics().workflowDefinitions(), version.id(), version);
        return version;
    }

    public void replying(Function<TriggerEvent, Optional<Reply>> with) {
        orchestrator = with;
    }

    public List<TriggerEvent> events(String key) {
        return events.stream().filter(event -> event.workflowKey().equals(key)).toList();
    }

    public List<JsonNode> data(String key) {
        return events(key).stream().map(event -> event.context().get("data")).toList();
    }

    public List<ConsumerRecord<String, byte[]>> deadLetters() {
        return deadLetters;
    }

    public void sql(String... statements) {
        try (var connection = DriverManager.getConnection(jdbc, "postgres", "");
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(String topic, String key, Object message) {
        try {
            producer.send(Messages.record(topic, key, message)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (var consumer =
                new KafkaConsumer<>(kafka.settings().reader(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(
                    List.of(kafka.topics().triggerEvents(), kafka.topics().deadLetters()).stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList());
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(kafka.topics().deadLetters())) {
            deadLetters.add(record);
            return;
        }
        var event = Messages.decode(record, TriggerEvent.class);
        events.add(event);
        orchestrator.apply(event).ifPresent(reply -> send(kafka.topics().replies(), reply.address(), reply));
    }
}
