package dev.millrace.definition.workflow;

import dev.millrace.definition.background.BackgroundLoop;
import dev.millrace.definition.kafka.DefinitionKafka;
import dev.millrace.messaging.DeadLetters;
import dev.millrace.messaging.UndecodableRecordException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Marks versions as executed once an execution has started on them. A record that comes twice marks what is marked, so offsets may
 * lag behind.
 */
@ApplicationScoped
public class ExecutedVersions {
    private static final Logger LOG = Logger.getLogger(ExecutedVersions.class);
    private static final String GROUP = "millrace-definition";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);
    private static final String MARK =
            "update definition.workflow set executed = true where id = any (?) and not executed";

    /** Few large fetches instead of one for each batch of the orchestrator; a mark may come a quarter of a second later. */
    private static final Map<String, Object> FETCH =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 256 * 1024, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);

    private final DefinitionKafka kafka;
    private final AgroalDataSource dataSource;
    private final DeadLetters deadLetters;
    private final BackgroundLoop loop = new BackgroundLoop("mark executed versions", this::turn);
    private Consumer<String, byte[]> consumer;
    private Producer<String, byte[]> producer;
    private long committed = System.nanoTime();
    private boolean behind;

    /** What is known to be marked is not written again: a busy workflow sends an event for each of its steps. */
    private final Set<String> marked = new HashSet<>();

    ExecutedVersions(DefinitionKafka kafka, AgroalDataSource dataSource) {
        this.kafka = kafka;
        this.dataSource = dataSource;
        this.deadLetters = new DeadLetters(kafka.topics(), GROUP);
    }

    public void start() {
        var settings = kafka.settings().consumer(GROUP);
        settings.putAll(FETCH);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(kafka.topics().executionEvents()));
        producer = kafka.producer();
        loop.start();
    }

    public void stop() {
        loop.stop(this::close);
    }

    /** Why versions are not marked; empty while they are. */
    public Optional<String> failing() {
        return loop.failing();
    }

    private void close() {
        producer.close();
        consumer.close();
    }

    private void turn() throws SQLException {
        var records = consumer.poll(POLL);
        try {
            take(records);
        } catch (SQLException | RuntimeException e) {
            rewind(records);
            throw e;
        }
        behind |= !records.isEmpty();
        commitNowAndThen();
    }

    private void take(ConsumerRecords<String, byte[]> records) throws SQLException {
        var executed = new HashSet<String>();
        for (var record : records) {
            try {
                ExecutedWorkflow.of(record).filter(id -> !marked.contains(id)).ifPresent(executed::add);
            } catch (UndecodableRecordException e) {
                setAside(record, e.getMessage());
            }
        }
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

    private void setAside(ConsumerRecord<String, byte[]> record, String reason) {
        try {
            producer.send(deadLetters.of(record, reason)).get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void commitNowAndThen() {
        if (behind && System.nanoTime() - committed > BETWEEN_COMMITS.toNanos()) {
            consumer.commitAsync((offsets, failure) -> {
                if (failure != null) {
                    LOG.debugf("Offsets are committed later: %s", failure.getMessage());
                }
            });
            committed = System.nanoTime();
            behind = false;
        }
    }

    /** What was polled and not served comes again. */
    private void rewind(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).get(0).offset());
        }
    }
}
