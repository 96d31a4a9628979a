package dev.millrace.benchmarks.baseline;

import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain Kafka clients: acknowledged by all, nothing held back to fill a batch. */
final class Clients {
    private static final String BOOTSTRAP = "bootstrap.servers";

    private Clients() {}

    static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(BOOTSTRAP, bootstrapServers, "acks", "all", "linger.ms", 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads all partitions from their present end. */
    static KafkaConsumer<byte[], byte[]> consumerOf(String bootstrapServers, String topic, int partitions) {
        Map<String, Object> settings = Map.of(BOOTSTRAP, bootstrapServers, "enable.auto.commit", false);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        // seekToEnd is lazy: asked for a position, it happens now and not after the first record.
        all.forEach(consumer::position);
        return consumer;
    }
}
