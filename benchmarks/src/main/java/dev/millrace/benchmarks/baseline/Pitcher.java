package dev.millrace.benchmarks.baseline;

import dev.millrace.benchmarks.BenchFailure;
import dev.millrace.benchmarks.measure.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends records and waits for them to come back. */
final class Pitcher implements AutoCloseable {
    /** As a step command with a small config. */
    private static final byte[] RECORD = "x".repeat(500).getBytes(StandardCharsets.US_ASCII);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int GIVE_UP_SECONDS = 30;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final int partitions;
    private int next;

    Pitcher(String bootstrapServers, String there, String back, int partitions) {
        this.producer = Clients.producer(bootstrapServers);
        this.consumer = Clients.consumerOf(bootstrapServers, back, partitions);
        this.topic = there;
        this.partitions = partitions;
    }

    /** How long each took to come back since the burst began, and all of it. */
    record Burst(long[] nanos, double seconds) {}

    /** @return nanoseconds until it was back */
    long one() {
        return throwTo(next++ % partitions);
    }

    long throwTo(int partition) {
        long sent = System.nanoTime();
        producer.send(new ProducerRecord<>(topic, partition, null, RECORD));
        collect(1, new long[1], sent);
        return System.nanoTime() - sent;
    }

    Burst burst(int size) {
        var nanos = new long[size];
        long started = System.nanoTime();
        for (int i = 0; i < size; i++) {
            producer.send(new ProducerRecord<>(topic, i % partitions, null, RECORD));
        }
        collect(size, nanos, started);
        return new Burst(nanos, Waiting.secondsSince(started));
    }

    private void collect(int size, long[] nanos, long started) {
        int back = 0;
        while (back < size) {
            int came = consumer.poll(POLL).count();
            long now = System.nanoTime();
            Arrays.fill(nanos, back, Math.min(back + came, size), now - started);
            back += came;
            if (Waiting.secondsSince(started) > GIVE_UP_SECONDS) {
                throw new BenchFailure(
                        "Expected " + size + " records back within " + GIVE_UP_SECONDS + " s, but " + back + " came");
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
