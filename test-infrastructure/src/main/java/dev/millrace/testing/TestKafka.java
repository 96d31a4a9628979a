package dev.millrace.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker that listens on loopback. */
public final class TestKafka {
    private static final Duration READ = Duration.ofMillis(100);

    private final TestServer server;

    TestKafka(TestServer server) {
        this.server = server;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + server.port();
    }

    /** Everything that is on the topic now, each partition in its order. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        var settings = Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            var partitions = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                reader.poll(READ).forEach(all::add);
            }
            return all;
        } finally {
            // Without waiting for a fetch under way, which may take half a second.
            reader.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
