package dev.millrace.orchestrator.host;

import dev.millrace.messaging.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning. */
final class TopicTail implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> unread = new ArrayList<>();

    TopicTail(KafkaSettings kafka, String topic) {
        consumer = new KafkaConsumer<>(kafka.reader(), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    ConsumerRecord<String, byte[]> next() {
        if (unread.isEmpty()) {
            HostHarness.soon().until(() -> !poll().isEmpty());
        }
        return unread.remove(0);
    }

    List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(unread::add);
        return unread;
    }

    List<ConsumerRecord<String, byte[]>> drain() {
        var records = new ArrayList<>(poll());
        unread.clear();
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
