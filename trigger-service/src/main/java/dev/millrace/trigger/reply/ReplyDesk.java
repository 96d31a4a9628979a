package dev.millrace.trigger.reply;

import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress;
import dev.millrace.model.message.ReplyAddress.Detail;
import dev.millrace.trigger.kafka.TriggerKafka;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Where the calls of this instance wait for the outcome of what they started. */
@Singleton
public class ReplyDesk {
    private static final Logger LOG = Logger.getLogger(ReplyDesk.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final TriggerKafka kafka;
    private final String address = "trigger-" + UUID.randomUUID();
    private final AtomicLong calls = new AtomicLong();
    private final Map<String, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private volatile Consumer<String, byte[]> consumer;
    private volatile boolean closed;

    @Inject
    public ReplyDesk(TriggerKafka kafka) {
        this.kafka = kafka;
    }

    /** A call that waits until its reply completes or is cancelled. */
    public record Call(ReplyAddress address, CompletableFuture<Reply> reply) {}

    /** The topic must exist. Returns once every later reply will be seen; blocks for as long as there is no broker. */
    public void start() {
        Consumer<String, byte[]> opened =
                new KafkaConsumer<>(kafka.settings().reader(), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            seekToEnd(opened);
        } catch (KafkaException e) {
            opened.close();
            throw e;
        }
        consumer = opened;
        var thread = new Thread(() -> read(opened), "trigger-replies");
        thread.setDaemon(true);
        thread.start();
    }

    private void seekToEnd(Consumer<String, byte[]> opened) {
        var partitions = opened.partitionsFor(kafka.topics().replies()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        opened.assign(partitions);
        opened.seekToEnd(partitions);
        // Seeking is lazy: only the question for the position fixes where "the end" is.
        partitions.forEach(opened::position);
    }

    public void stop() {
        closed = true;
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    public Call expect(Detail detail) {
        String id = Long.toString(calls.incrementAndGet());
        var reply = new CompletableFuture<Reply>();
        waiting.put(id, reply);
        reply.whenComplete((any, failure) -> waiting.remove(id));
        return new Call(new ReplyAddress(address, id, detail), reply);
    }

    private void read(Consumer<String, byte[]> from) {
        while (!closed) {
            try {
                from.poll(POLL).forEach(this::take);
            } catch (WakeupException e) {
                LOG.trace("Woken up to close");
            } catch (KafkaException e) {
                LOG.warnf("Reading replies, will try again: %s", e.getMessage());
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
        from.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!address.equals(record.key())) {
            return;
        }
        try {
            var reply = Messages.decode(record, Reply.class);
            var call = waiting.get(reply.correlationId());
            if (call != null) {
                call.complete(reply);
            }
        } catch (UndecodableRecordException e) {
            LOG.errorf("A caller will wait until its time is over: %s", e.getMessage());
        }
    }
}
