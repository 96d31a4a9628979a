package dev.millrace.definition.workflow;

import dev.millrace.definition.kafka.DefinitionKafka;
import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.ExecutionEvent;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Marks versions as executed once an execution has started on them. A record that comes twice marks what is marked. */
@ApplicationScoped
public class ExecutedVersions {
    private static final Logger LOG = Logger.getLogger(ExecutedVersions.class);
    private static final String GROUP = "millrace-definition";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final String MARK =
            "update definition.workflow set executed = true where id = any (?) and not executed";

    private final DefinitionKafka kafka;
    private final AgroalDataSource dataSource;
    private final DeadLetters deadLetters;
    private volatile Consumer<String, byte[]> consumer;
    private volatile boolean closed;

    /** What is known to be marked is not written again: a busy workflow sends an event for each of its steps. */
    private final Set<String> marked = new HashSet<>();

    ExecutedVersions(DefinitionKafka kafka, AgroalDataSource dataSource) {
        this.kafka = kafka;
        this.dataSource = dataSource;
        this.deadLetters = new DeadLetters(kafka.topics(), GROUP);
    }

    public void start() {
        consumer = new KafkaConsumer<>(
                kafka.settings().consumer(GROUP), new StringDeserializer(), new ByteArrayDeserializer());
        var thread = new Thread(this::run, "definition executed");
        thread.setDaemon(true);
        thread.start();
    }

    public void stop() {
        closed = true;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        try (var reader = consumer;
                var producer = kafka.producer()) {
            reader.subscribe(List.of(kafka.topics().executionEvents()));
            while (!closed) {
                turn(reader, producer);
            }
        } catch (WakeupException e) {
            LOG.debug("The marking of executed versions stops");
        }
    }

    private void turn(Consumer<String, byte[]> reader, Producer<String, byte[]> producer) {
        try {
            var records = reader.poll(POLL);
            if (!records.isEmpty()) {
                take(records, producer);
                reader.commitSync();
            }
        } catch (WakeupException e) {
            throw e;
        } catch (SQLException | KafkaException e) {
            LOG.warnf("Expected to mark executed versions, but failed; will try again: %s", e.getMessage());
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            rewind(reader);
        }
    }

    private void take(ConsumerRecords<String, byte[]> records, Producer<String, byte[]> producer) throws SQLException {
        var executed = new HashSet<String>();
        for (var record : records) {
            try {
                executed.add(Messages.decode(record, ExecutionEvent.class).workflowId());
            } catch (UndecodableRecordException e) {
                setAside(record, e.getMessage(), producer);
            }
        }
        executed.removeAll(marked);
        executed.remove(null);
        if (!executed.isEmpty()) {
            mark(executed);
        }
    }

    private void mark(Set<String> ids) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(MARK)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            statement.executeUpdate();
        }
        marked.addAll(ids);
    }

    private void setAside(ConsumerRecord<String, byte[]> record, String reason, Producer<String, byte[]> producer) {
        try {
            producer.send(deadLetters.of(record, reason)).get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
    }

    /** To what is committed: what was polled and not served comes again. */
    private static void rewind(Consumer<String, byte[]> reader) {
        try {
            var partitions = reader.assignment();
            var committed = reader.committed(partitions);
            for (var partition : partitions) {
                var offset = committed.get(partition);
                if (offset == null) {
                    reader.seekToBeginning(List.of(partition));
                } else {
                    reader.seek(partition, offset);
                }
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // The group starts anew from what is committed once the broker is back.
            LOG.debugf("Could not rewind: %s", e.getMessage());
        }
    }
}
