package dev.millrace.orchestrator.api;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.orchestrator.host.HostBean;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** What executions do from now on. One reader serves all who watch, and reads only while somebody does. */
@ApplicationScoped
public class LiveEvents {
    private static final Logger LOG = Logger.getLogger(LiveEvents.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** What a slow watcher may be behind before it is let go; it connects again and reads the execution. */
    private static final int BUFFER = 4_096;

    private final HostBean host;
    private final Set<MultiEmitter<? super Told>> watchers = ConcurrentHashMap.newKeySet();
    private Thread thread;

    /** Whether the reader stands at the end of the topic: before, what happens is not heard. */
    private boolean listens;

    LiveEvents(HostBean host) {
        this.host = host;
    }

    /** What a watcher is told. */
    sealed interface Told {}

    /** All that happens after this is told. */
    record Open() implements Told {}

    record Happened(ExecutionEvent event) implements Told {}

    Multi<Told> all() {
        Multi<Told> told = Multi.createFrom().<Told>emitter(emitter -> watch(emitter), BackPressureStrategy.IGNORE);
        return told.onOverflow().buffer(BUFFER);
    }

    private synchronized void watch(MultiEmitter<? super Told> watcher) {
        watchers.add(watcher);
        watcher.onTermination(() -> watchers.remove(watcher));
        if (listens) {
            watcher.emit(new Open());
        } else if (thread == null) {
            thread = new Thread(this::follow, "live events");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void follow() {
        KafkaSettings kafka = host.kafka();
        try (var consumer =
                new KafkaConsumer<>(kafka.reader(), new StringDeserializer(), new ByteArrayDeserializer())) {
            seekToNow(consumer);
            open();
            while (goesOn()) {
                poll(consumer);
            }
        } catch (KafkaException e) {
            LOG.warnf("Live events end, watchers may connect again: %s", e.getMessage());
            giveUp(e);
        }
    }

    private void seekToNow(Consumer<String, byte[]> consumer) {
        var topic = host.topics().executionEvents();
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("Expected a topic " + topic + ", but there is none");
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: asking for the position makes "now" now.
        partitions.forEach(consumer::position);
    }

    private synchronized void open() {
        listens = true;
        watchers.forEach(watcher -> watcher.emit(new Open()));
    }

    private void poll(Consumer<String, byte[]> consumer) {
        for (var record : consumer.poll(POLL)) {
            try {
                var happened = new Happened(Messages.decode(record, ExecutionEvent.class));
                watchers.forEach(watcher -> watcher.emit(happened));
            } catch (UndecodableRecordException e) {
                LOG.debugf("Passing over an event: %s", e.getMessage());
            }
        }
    }

    private synchronized boolean goesOn() {
        if (watchers.isEmpty()) {
            end();
            return false;
        }
        return true;
    }

    private synchronized void giveUp(KafkaException failure) {
        // Closing the consumer may fail as well, when others watch through a new one already.
        if (thread != Thread.currentThread()) {
            return;
        }
        end();
        watchers.forEach(watcher -> watcher.fail(failure));
        watchers.clear();
    }

    private void end() {
        thread = null;
        listens = false;
    }

    @PreDestroy
    void close() {
        watchers.forEach(MultiEmitter::complete);
        watchers.clear();
    }
}
