package dev.millrace.worker.runtime;

import dev.millrace.messaging.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records, and waits for a broker that is away, however long: a result that was given up would leave its execution
 * waiting. Thread-safe.
 */
final class Publisher implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;

    /** The producer blocks its caller while it has no metadata or no memory; an event loop must not be that caller. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor(Publisher::thread);

    Publisher(KafkaSettings kafka) {
        var settings = kafka.producer();
        settings.putAll(Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "worker publisher");
        thread.setDaemon(true);
        return thread;
    }

    /** @return completes once the record is on Kafka; fails with a {@link KafkaException} when it never will be */
    CompletionStage<Void> send(ProducerRecord<String, byte[]> record) {
        var sent = new CompletableFuture<Void>();
        try {
            sender.execute(() -> send(record, sent));
        } catch (RejectedExecutionException closed) {
            sent.completeExceptionally(
                    new KafkaException("Expected to send a record, but the worker is closing", closed));
        }
        return sent;
    }

    private void send(ProducerRecord<String, byte[]> record, CompletableFuture<Void> sent) {
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            sent.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        producer.close(CLOSING);
    }
}
