package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.BenchFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sees the events that start executions and the commands of their steps on Kafka, as the product's own consumers do. */
final class DispatchWatch implements AutoCloseable {
    private static final String EVENTS = "millrace.trigger-events";
    private static final String COMMANDS = "millrace.step-commands.";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SECONDS_AT_MOST = 30;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::watch, "dispatch watch");
    private volatile boolean closed;

    /** When both were seen, in {@link System#nanoTime}. */
    record Seen(long event, long command) {}

    private static final class Sighting {
        private final CountDownLatch both = new CountDownLatch(2);
        private volatile long event;
        private volatile long command;
    }

    DispatchWatch(String bootstrapServers, String nodeType) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (var topic : List.of(EVENTS, COMMANDS + nodeType)) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(all);
        consumer.seekToEnd(all);
        // seekToEnd is lazy: asked for a position, it happens now and not after the first record.
        all.forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!closed) {
            var records = consumer.poll(POLL);
            long now = System.nanoTime();
            for (var each : records) {
                var sighting = sightingOf(new String(each.key(), StandardCharsets.UTF_8));
                if (each.topic().equals(EVENTS)) {
                    sighting.event = now;
                } else {
                    sighting.command = now;
                }
                sighting.both.countDown();
            }
        }
        consumer.close();
    }

    private Sighting sightingOf(String executionId) {
        return sightings.computeIfAbsent(executionId, id -> new Sighting());
    }

    /** Waits until the execution's event and its first command have been seen. */
    Seen await(String executionId) {
        var sighting = sightingOf(executionId);
        try {
            if (!sighting.both.await(SECONDS_AT_MOST, TimeUnit.SECONDS)) {
                throw new BenchFailure("Expected the first command of execution " + executionId + " within "
                        + SECONDS_AT_MOST + " s, but none was seen");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Expected to see the first command, but the wait was interrupted", e);
        }
        sightings.remove(executionId);
        return new Seen(sighting.event, sighting.command);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
