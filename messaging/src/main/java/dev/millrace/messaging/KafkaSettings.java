package dev.millrace.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The client settings that all services share.
 *
 * @param bootstrapServers as Kafka's clients take them
 * @param extra settings of the installation (security, timeouts) that win over ours
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> extra) {
    /**
     * How long the group waits for a member that was killed before others take over its partitions. Kafka's 45 s are meant
     * for members whose return is dear; ours hold nothing that a new owner would have to build up.
     */
    private static final int SESSION_MILLIS = 10_000;

    /** 8 MiB of payload, the bound of the product, and room for the envelope. */
    private static final int MAX_RECORD_BYTES = 9 * 1024 * 1024;

    public KafkaSettings {
        extra = Map.copyOf(extra);
    }

    public KafkaSettings(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    public Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        // A broker that comes back is used again within a second, however long it was away.
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.putAll(extra);
        return settings;
    }

    /** For a producer that loses nothing: every record is on all in-sync replicas before it counts as sent. */
    public Map<String, Object> producer() {
        var settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // One request at a time, sent at once: whatever comes meanwhile is the next batch. Batches grow with the load
        // by
        // themselves, and nothing waits where there is none.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        // None: most batches hold a few small records, and lz4's buffers for each took a fifth of the host's time.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        settings.putAll(extra);
        return settings;
    }

    /** For a consumer that commits by itself, after its work is done. */
    public Map<String, Object> consumer(String group) {
        var settings = common();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_RECORD_BYTES);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        settings.putAll(extra);
        return settings;
    }

    /** For a consumer without a group that reads every record of its topics. */
    public Map<String, Object> reader() {
        var settings = common();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_RECORD_BYTES);
        settings.putAll(extra);
        return settings;
    }
}
