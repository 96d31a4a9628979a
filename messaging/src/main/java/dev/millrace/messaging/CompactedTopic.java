package dev.millrace.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows a compacted topic of one partition from its beginning and hands every record to a listener, in order, on one
 * thread of its own. Whoever must not act on stale knowledge asks to catch up first.
 */
public final class CompactedTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CompactedTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MAX_ASKERS = 10_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;

    /**
     * Asks where the topic ends, on connections of its own: a broker answers one request of a connection at a time, and a
     * fetch waits up to half a second for records.
     */
    private final Consumer<String, byte[]> ends;

    private final TopicPartition partition;
    private final Listener listener;
    private final Thread thread;
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CatchUp> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Sees every record, tombstones (null value) included. An exception of its is logged, and the next record follows. */
    @FunctionalInterface
    public interface Listener {
        void on(ConsumerRecord<String, byte[]> record);
    }

    private record CatchUp(long offset, CompletableFuture<Void> done) {}

    private CompactedTopic(KafkaSettings settings, String topic, Listener listener) {
        this.consumer = reader(settings);
        this.ends = reader(settings);
        this.partition = new TopicPartition(topic, 0);
        this.listener = listener;
        this.thread = new Thread(this::follow, "follow " + topic);
        thread.setDaemon(true);
    }

    private static Consumer<String, byte[]> reader(KafkaSettings settings) {
        return new KafkaConsumer<>(settings.reader(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The topic must exist; see {@link TopicSetup}. */
    public static CompactedTopic follow(KafkaSettings settings, String topic, Listener listener) {
        var followed = new CompactedTopic(settings, topic, listener);
        followed.thread.start();
        return followed;
    }

    /**
     * Completes once every record that is on the topic at the time of the call has been handed to the listener. Costs one
     * round trip to the broker; many callers share it.
     */
    public CompletionStage<Void> catchUp() {
        var done = new CompletableFuture<Void>();
        asked.add(done);
        consumer.wakeup();
        return done;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        ends.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (!closed) {
            try {
                turn();
            } catch (WakeupException e) {
                LOG.tracef("Woken up to catch up with %s", partition.topic());
            } catch (KafkaException e) {
                LOG.warnf("Following %s, will try again: %s", partition.topic(), e.getMessage());
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
        var gone = new KafkaException("Expected to catch up with " + partition.topic() + ", but it is closed");
        asked.forEach(done -> done.completeExceptionally(gone));
        waiting.forEach(catchUp -> catchUp.done().completeExceptionally(gone));
        // A fetch under way is not waited for: the broker forgets it with the connection.
        consumer.close(CloseOptions.timeout(Duration.ZERO));
        ends.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void turn() {
        // The end is asked for before the poll: whoever asked before that moment is served by what the poll brings.
        noteTargets();
        for (var record : consumer.poll(waiting.isEmpty() ? POLL : POLL.dividedBy(5))) {
            hand(record);
        }
        completeReached();
    }

    private void noteTargets() {
        if (asked.isEmpty()) {
            return;
        }
        // Taken before the end is asked for: who asks while the answer is on its way may mean a later end.
        var askers = new ArrayList<CompletableFuture<Void>>();
        for (var done = asked.peek(); done != null && askers.size() < MAX_ASKERS; done = asked.peek()) {
            askers.add(asked.poll());
        }
        try {
            long end = ends.endOffsets(List.of(partition)).get(partition);
            askers.forEach(done -> waiting.add(new CatchUp(end, done)));
        } catch (KafkaException e) {
            asked.addAll(askers);
            throw e;
        }
        completeReached();
    }

    private void hand(ConsumerRecord<String, byte[]> record) {
        try {
            listener.on(record);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Expected to take in offset %d of %s, but failed", record.offset(), record.topic());
        }
    }

    private void completeReached() {
        if (waiting.isEmpty()) {
            return;
        }
        long position = consumer.position(partition);
        waiting.removeIf(catchUp -> {
            boolean reached = position >= catchUp.offset();
            if (reached) {
                catchUp.done().complete(null);
            }
            return reached;
        });
    }
}
