package dev.millrace.orchestrator.host;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.model.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records and does not give up: what the book says has happened must be told. Thread-safe. */
public final class Outbox implements AutoCloseable {
    private static final String PART = "sending to Kafka";

    private final KafkaProducer<String, byte[]> producer;
    private final TopicSetup topicSetup;
    private final Topics topics;
    private final int partitions;
    private final HostStatus status;
    private final TooLarge tooLarge;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private record Refused(ProducerRecord<String, byte[]> record, Exception cause) {}

    Outbox(KafkaSettings kafka, Topics topics, int partitions, HostStatus status) {
        this.producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
        this.topicSetup = new TopicSetup(kafka);
        this.topics = topics;
        this.partitions = partitions;
        this.status = status;
        this.tooLarge = new TooLarge(topics);
    }

    /**
     * Returns once every record is on Kafka, in order for each key as long as Kafka takes them.
     *
     * @throws KafkaException when closed meanwhile
     */
    public void send(List<ProducerRecord<String, byte[]>> records) {
        begin(records).await();
    }

    /** Sends the records behind all that were sent before, and does not wait for Kafka's answer. */
    Sending begin(List<ProducerRecord<String, byte[]>> records) {
        ensureCommandTopics(records);
        return new Sending(attempt(records));
    }

    /** Records on their way. They are as good as lost until somebody has awaited them. */
    final class Sending {
        private Attempt last;

        private Sending(Attempt first) {
            this.last = first;
        }

        /**
         * Returns once every record is on Kafka.
         *
         * @throws KafkaException when closed meanwhile
         */
        void await() {
            var backoff = new Backoff();
            for (var refused = last.refused(); !refused.isEmpty(); refused = last.refused()) {
                status.failing(PART, String.valueOf(refused.peek().cause().getMessage()));
                pause(backoff.next());
                last = attempt(again(refused));
            }
            status.working(PART);
        }
    }

    private record Attempt(CountDownLatch answers, Queue<Refused> refusals) {
        /** Those that Kafka did not take, once it has spoken of all. */
        Queue<Refused> refused() {
            Outbox.await(answers);
            return refusals;
        }
    }

    private Attempt attempt(Collection<ProducerRecord<String, byte[]>> records) {
        var refused = new ConcurrentLinkedQueue<Refused>();
        var answers = new CountDownLatch(records.size());
        for (var record : records) {
            try {
                producer.send(record, (metadata, failure) -> {
                    if (failure != null) {
                        refused.add(new Refused(record, failure));
                    }
                    answers.countDown();
                });
            } catch (KafkaException e) {
                refused.add(new Refused(record, e));
                answers.countDown();
            }
        }
        return new Attempt(answers, refused);
    }

    private static void await(CountDownLatch answers) {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Expected to send, but was interrupted", e);
        }
    }

    private List<ProducerRecord<String, byte[]>> again(Queue<Refused> refused) {
        var again = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var one : refused) {
            if (one.cause() instanceof RecordTooLargeException) {
                again.addAll(tooLarge.instead(one.record()));
            } else {
                again.add(one.record());
            }
        }
        return again;
    }

    private void pause(Duration wait) {
        LockSupport.parkNanos(wait.toNanos());
        if (closed || Thread.currentThread().isInterrupted()) {
            throw new KafkaException("Expected to send, but the host is closing");
        }
    }

    /** Workers make the topics of their types; a type without one must not keep the others waiting for its metadata. */
    private void ensureCommandTopics(List<ProducerRecord<String, byte[]>> records) {
        var prefix = topics.stepCommands("");
        for (var record : records) {
            var topic = record.topic();
            if (topic.startsWith(prefix) && !known.contains(topic)) {
                topicSetup.ensure(List.of(TopicSetup.Wanted.stream(topic, partitions)));
                known.add(topic);
            }
        }
    }

    /** Whatever Kafka does not take at the first attempt is given up from now on: its cause comes again. */
    void closing() {
        closed = true;
    }

    @Override
    public void close() {
        closed = true;
        producer.close(Duration.ofSeconds(5));
    }
}
