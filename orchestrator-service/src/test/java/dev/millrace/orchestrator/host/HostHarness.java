package dev.millrace.orchestrator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.Workflows;
import dev.millrace.testing.TestInfrastructure;
import dev.millrace.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;

/** A host on a real broker and database, with topics and a database of its own. The test plays the worker. */
final class HostHarness implements AutoCloseable {
    static final String WORKER_TYPE = "echo";
    static final int PARTITIONS = 4;
    private static final int THREADS = 2;
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    /**
     * A consumer closes, and one that joins late is let in, only after these waits; a host is started and closed for each
     * test.
     */
    private static final Map<String, String> SOON = Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50",
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "100",
            CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, "20");

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Topics topics;
    final KafkaSettings kafka = new KafkaSettings(TestInfrastructure.kafka().bootstrapServers(), SOON);
    final String database;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    private final Admin admin = Admin.create(kafka.common());
    private final SplittableRandom random = new SplittableRandom();
    private final TestPostgres postgres = TestInfrastructure.postgres();
    private final InstantSource clock;
    private Host host;
    private Connection connection;

    private HostHarness(InstantSource clock) {
        int number = COUNT.incrementAndGet();
        this.clock = clock;
        this.topics = new Topics("test" + number + ".");
        this.database = "host" + number;
    }

    /** Waits for what must come, and looks often. */
    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(LOOK).atMost(PATIENCE);
    }

    static HostHarness start(InstantSource clock) {
        var harness = new HostHarness(clock);
        TemplateDatabase.copy(harness.database);
        new TopicSetup(harness.kafka)
                .ensure(List.of(
                        TopicSetup.Wanted.compacted(harness.topics.nodeTypes()),
                        TopicSetup.Wanted.compacted(harness.topics.workflowDefinitions()),
                        TopicSetup.Wanted.stream(harness.topics.stepCommands(WORKER_TYPE), 2)));
        var type = new NodeTypeDescriptor(
                WORKER_TYPE, "Echo", "extended", null, null, null, null, false, true, null, null);
        var entry = CatalogueEntry.of(type);
        harness.send(Messages.record(harness.topics.nodeTypes(), entry.recordKey(), entry));
        harness.host = harness.newHost();
        harness.awaitWorking();
        return harness;
    }

    Host newHost() {
        var settings = new HostSettings(
                kafka,
                topics,
                PARTITIONS,
                TemplateDatabase.settings(database),
                THREADS,
                1_000,
                1 << 24,
                Duration.ofDays(7),
                Limits.DEFAULT);
        ExecutionReader reader = id -> CompletableFuture.completedFuture(Optional.empty());
        var started = new Host(settings, Workflows.LANGUAGES, reader, registry, clock);
        started.start();
        return started;
    }

    Host host() {
        return host;
    }

    void restart(Runnable meanwhile) {
        host.close();
        meanwhile.run();
        host = newHost();
        awaitWorking();
    }

    /** Everything that drives executions comes again. */
    void forgetOffsets() {
        try {
            admin.deleteConsumerGroups(List.of(group())).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitWorking() {
        soon().untilAsserted(() -> assertThat(host.status().problems()).isEmpty());
        soon().ignoreExceptions().until(this::isSettled);
    }

    /** Until all threads of a host have joined, work moves from one to another, in the midst of a test and of its step. */
    private boolean isSettled() throws ExecutionException, InterruptedException {
        var group = admin.describeConsumerGroups(List.of(group())).all().get().get(group());
        return group.groupState() == GroupState.STABLE && group.members().size() >= THREADS;
    }

    private String group() {
        return topics.prefix() + "orchestrator";
    }

    /** Publishes the workflow as version {@code v1} of workflow {@code flow}. */
    void publish(Workflows workflow) {
        publish(workflow.graph().version());
    }

    void publish(WorkflowVersion drawn) {
        send(Messages.record(topics.workflowDefinitions(), drawn.id(), drawn));
    }

    /** Publishes the workflow as the current version of another workflow; its id is {@code v-<key>}. */
    void publish(String key, Workflows workflow) {
        var version = workflow.version("v-" + key, key);
        send(Messages.record(topics.workflowDefinitions(), version.id(), version));
    }

    TriggerEvent event(String eventKey) {
        return new TriggerEvent(
                ExecutionIds.random(Instant.now(), random),
                "v1",
                Workflows.KEY,
                eventKey,
                Json.object().put("n", 1),
                List.of(),
                null,
                null,
                Instant.now());
    }

    String fire(TriggerEvent event) {
        send(Messages.record(topics.triggerEvents(), event.executionId(), event));
        return event.executionId();
    }

    void answer(StepCommand command, JobStatus status) {
        var result = new StepResult(
                command.executionId(), command.jobId(), command.attempt(), status, command.config(), null, null);
        send(Messages.record(topics.stepResults(), command.executionId(), result));
    }

    StepCommand command(ConsumerRecord<String, byte[]> record) {
        return Messages.decode(record, StepCommand.class);
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void sendLater(ProducerRecord<String, byte[]> record) {
        producer.send(record);
    }

    /** Everything that is on a topic so far. */
    TopicTail tail(String topic) {
        return new TopicTail(kafka, topic);
    }

    void awaitStatus(String executionId, String status) {
        soon().untilAsserted(() -> assertThat(
                        value("select status from orchestrator.execution where id = '" + executionId + "'"))
                .isEqualTo(status));
    }

    /** The first column of the first row as text, or null. */
    String value(String sql) {
        try (var statement = connected().createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection for all that the test asks, and a new one when the database was away. */
    private Connection connected() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            connection = postgres.connect(database);
        }
        return connection;
    }

    void execute(String sql) {
        try (var statement = connected().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        host.close();
        producer.close();
        admin.close();
        try {
            connected().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
