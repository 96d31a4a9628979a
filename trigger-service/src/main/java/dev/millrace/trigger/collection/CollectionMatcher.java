package dev.millrace.trigger.collection;

import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.DataSources;
import dev.millrace.trigger.TriggerMetrics;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.health.TriggerWatch;
import dev.millrace.trigger.kafka.Outbox;
import dev.millrace.trigger.kafka.TriggerKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Fires the workflows that wait for the row changes of one data source. Offsets move after the events are on Kafka. Every
 * data source has its own, so that one that is away holds up no other.
 */
final class CollectionMatcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CollectionMatcher.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    /** Finds the topics of new tables: about the longest that the first change of a new table waits. */
    private static final int LOOK_FOR_TOPICS_MS = 250;

    private static final int MAX_RECORDS = 2_000;

    private final TriggerKafka kafka;
    private final DataSource source;
    private final Definitions definitions;
    private final TriggerMetrics metrics;
    private final TriggerWatch watch;
    private final Plans plans;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Consumer<String, byte[]> consumer;

    CollectionMatcher(
            TriggerKafka kafka,
            DataSources all,
            DataSource source,
            Definitions definitions,
            TriggerMetrics metrics,
            TriggerWatch watch) {
        this.kafka = kafka;
        this.source = source;
        this.definitions = definitions;
        this.metrics = metrics;
        this.watch = watch;
        this.plans = new Plans(definitions, all, source);
        this.thread = new Thread(this::run, "match-" + source.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
        thread.interrupt();
    }

    private void run() {
        try (var opened = open();
                var outbox = new Outbox(kafka)) {
            consumer = opened;
            opened.subscribe(Pattern.compile(Pattern.quote(kafka.topics().rowChangesOf(source.name())) + ".*"));
            var matcher = new BatchMatcher(source, plans, outbox, kafka.topics(), kafka.deadLetters());
            while (!closed) {
                turn(opened, outbox, matcher);
            }
        } catch (KafkaException e) {
            // Closing an interrupted client says so; what was not committed comes again.
            LOG.debugf("Closing the matcher of %s: %s", source.name(), e.getMessage());
        }
    }

    private void turn(Consumer<String, byte[]> opened, Outbox outbox, BatchMatcher matcher) {
        ConsumerRecords<String, byte[]> batch = ConsumerRecords.empty();
        try {
            batch = opened.poll(POLL);
            if (!batch.isEmpty()) {
                serve(batch, outbox, matcher);
                opened.commitSync();
            }
        } catch (WakeupException e) {
            LOG.tracef("Woken up to close the matcher of %s", source.name());
        } catch (KafkaException | DataSourceException e) {
            if (!closed) {
                LOG.warnf("Matching changes of %s, will try again: %s", source.name(), e.getMessage());
                again(opened, outbox, batch);
            }
        }
    }

    private void serve(ConsumerRecords<String, byte[]> batch, Outbox outbox, BatchMatcher matcher) {
        Waiting.forStage(definitions.catchUp());
        var outcome = matcher.match(batch);
        outbox.flush();
        metrics.fired(CollectionTrigger.TYPE, outcome.fired());
        outcome.sightings().forEach(watch::note);
        outcome.newest().ifPresent(committedAt -> {
            metrics.matched(source.name(), committedAt);
            watch.matched(source.name(), committedAt);
        });
    }

    private void again(Consumer<String, byte[]> opened, Outbox outbox, ConsumerRecords<String, byte[]> batch) {
        outbox.forget();
        var assigned = opened.assignment();
        batch.partitions().stream()
                .filter(assigned::contains)
                .forEach(partition ->
                        opened.seek(partition, batch.records(partition).get(0).offset()));
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
    }

    private Consumer<String, byte[]> open() {
        Map<String, Object> settings =
                kafka.settings().consumer(kafka.topics().prefix() + "trigger-collection-" + source.name());
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, LOOK_FOR_TOPICS_MS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
