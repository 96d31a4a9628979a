package dev.millrace.trigger.collection.capture;

import dev.millrace.trigger.TriggerMetrics;
import dev.millrace.trigger.kafka.Outbox;
import dev.millrace.trigger.kafka.TriggerKafka;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts changes on Kafka. Only then are they marked as processed, so that no position moves past a change that is not safe. */
final class ChangeForwarder implements ChangeConsumer<ChangeEvent<String, String>> {
    private final TriggerKafka kafka;
    private final String dataSource;
    private final String topicStart;
    private final int partitions;
    private final Outbox outbox;
    private final TriggerMetrics metrics;
    private final Set<String> topics = new HashSet<>();

    ChangeForwarder(TriggerKafka kafka, String dataSource, int partitions, Outbox outbox, TriggerMetrics metrics) {
        this.kafka = kafka;
        this.dataSource = dataSource;
        this.topicStart = kafka.topics().rowChangesOf(dataSource);
        this.partitions = partitions;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    @Override
    public void handleBatch(
            List<ChangeEvent<String, String>> batch, RecordCommitter<ChangeEvent<String, String>> committer)
            throws InterruptedException {
        outbox.forget();
        int changes = 0;
        for (var event : batch) {
            if (isChange(event)) {
                send(event);
                changes++;
            }
        }
        outbox.flush();
        for (var event : batch) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
        metrics.captured(dataSource, changes);
    }

    /** Heartbeats only carry a position. */
    private boolean isChange(ChangeEvent<String, String> event) {
        return event.value() != null && event.destination().startsWith(topicStart);
    }

    private void send(ChangeEvent<String, String> event) {
        String topic = event.destination();
        if (topics.add(topic)) {
            // Created before the first record, not by it: a producer that meets a topic without a leader may stumble.
            kafka.ensureRowChanges(topic, partitions);
        }
        byte[] value = event.value().getBytes(StandardCharsets.UTF_8);
        outbox.send(new ProducerRecord<>(topic, event.key(), value), reason -> kafka.deadLetters()
                .of(new ConsumerRecord<>(topic, 0, -1, event.key(), null), reason));
    }
}
