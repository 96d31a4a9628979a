package dev.millrace.benchmarks.baseline;

import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** The worker of the bare loop: sends every record back, in a thread of its own. */
final class Mirror implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String back;
    private final Thread thread = new Thread(this::run, "bare loop");

    Mirror(String bootstrapServers, String there, String back, int partitions) {
        this.consumer = Clients.consumerOf(bootstrapServers, there, partitions);
        this.producer = Clients.producer(bootstrapServers);
        this.back = back;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (consumer;
                producer) {
            while (true) {
                for (var each : consumer.poll(POLL)) {
                    producer.send(new ProducerRecord<>(back, each.partition(), each.key(), each.value()));
                }
            }
        } catch (WakeupException closed) {
            return;
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
