package dev.millrace.trigger.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Sends a batch: nothing counts as sent before {@link #flush()} returned. For one thread. */
public final class Outbox implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    public Outbox(TriggerKafka kafka) {
        this.producer = kafka.producer(Map.of());
    }

    public void send(ProducerRecord<String, byte[]> record) {
        sent.add(producer.send(record));
    }

    /**
     * Sends the record, or another one where this one is beyond the bound of a message: no retry can make it smaller.
     *
     * @param instead takes the reason
     */
    public void send(ProducerRecord<String, byte[]> record, Function<String, ProducerRecord<String, byte[]>> instead) {
        var future = producer.send(record);
        sent.add(isTooLarge(future) ? producer.send(instead.apply(tooLarge(record))) : future);
    }

    /** @throws KafkaException when any record of the batch did not reach Kafka; the batch must be sent again */
    public void flush() {
        producer.flush();
        try {
            for (var future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Expected to send a batch, but " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Expected to send a batch, but was interrupted", e);
        } finally {
            sent.clear();
        }
    }

    /** Forgets what was sent since the last flush; it may have arrived. */
    public void forget() {
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }

    private static String tooLarge(ProducerRecord<String, byte[]> record) {
        return "Expected a message of at most 9 MiB, but the one for topic " + record.topic() + " has "
                + record.value().length + " bytes";
    }

    /** The producer tells at once; what it does not know yet is not too large. */
    private static boolean isTooLarge(Future<RecordMetadata> future) {
        if (!future.isDone()) {
            return false;
        }
        try {
            future.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RecordTooLargeException;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
