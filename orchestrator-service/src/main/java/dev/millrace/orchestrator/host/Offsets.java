package dev.millrace.orchestrator.host;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** How far a thread has come. Committing seldom costs nothing but repeats after a crash, which are harmless. */
final class Offsets {
    private static final Logger LOG = Logger.getLogger(Offsets.class);
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private long committedAt = System.nanoTime();

    Offsets(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    void served(List<ConsumerRecord<String, byte[]>> records) {
        for (var record : records) {
            done.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        // Somebody else may own some of them by now.
        done.keySet().retainAll(consumer.assignment());
    }

    boolean isEmpty() {
        return done.isEmpty();
    }

    void commitIfDue() {
        if (!done.isEmpty() && System.nanoTime() - committedAt >= PERIOD.toNanos()) {
            consumer.commitAsync(Map.copyOf(done), (offsets, failure) -> {
                if (failure != null) {
                    LOG.debugf("Offsets were not committed, the next ones will be: %s", failure.getMessage());
                }
            });
            done.clear();
            committedAt = System.nanoTime();
        }
    }

    void commitNow(Collection<TopicPartition> partitions) {
        var ours = new HashMap<>(done);
        ours.keySet().retainAll(partitions);
        done.keySet().removeAll(partitions);
        if (ours.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(ours, Duration.ofSeconds(5));
        } catch (KafkaException e) {
            LOG.infof("Offsets were not committed, their records will come again: %s", e.getMessage());
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        done.keySet().removeAll(partitions);
    }
}
