package dev.millrace.standalone.cluster;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what workflows there are and starts them, as the definition and the trigger service do. */
final class Starts implements AutoCloseable {
    private static final double LONGEST_DELAY_SECONDS = 2;

    private final Topics topics = Topics.DEFAULT;
    private final Random random;
    private final KafkaProducer<String, byte[]> producer;

    Starts(KafkaSettings kafka, Random random) {
        this.random = random;
        this.producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    }

    void publish(List<WorkflowVersion> versions) {
        versions.forEach(
                version -> producer.send(Messages.record(topics.workflowDefinitions(), version.id(), version)));
        producer.flush();
    }

    /** @return the execution's id */
    String start(String workflowKey, int number) {
        var id = ExecutionIds.random(Instant.now(), random);
        var context = Json.object().put("n", number).put("seconds", random.nextDouble() * LONGEST_DELAY_SECONDS);
        var event = new TriggerEvent(
                id, "v-" + workflowKey, workflowKey, "start-" + number, context, List.of(), null, null, Instant.now());
        ProducerRecord<String, byte[]> record = Messages.record(topics.triggerEvents(), id, event);
        // The producer goes on trying while the broker is away, as the trigger service's does.
        producer.send(record);
        return id;
    }

    @Override
    public void close() {
        producer.close();
    }
}
