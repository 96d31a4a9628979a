package dev.millrace.orchestrator.host;

import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.TopicPlan;
import dev.millrace.messaging.TopicSetup;
import dev.millrace.messaging.TopicSetup.Wanted;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.ExecutionCommand;
import dev.millrace.model.message.Topics;
import dev.millrace.model.status.EndReason;
import dev.millrace.orchestrator.engine.Engine;
import dev.millrace.orchestrator.engine.StepTypes;
import dev.millrace.orchestrator.engine.node.ControlNodes;
import dev.millrace.orchestrator.host.book.Book;
import dev.millrace.orchestrator.host.book.Database;
import dev.millrace.orchestrator.host.book.DatabaseUnavailableException;
import dev.millrace.orchestrator.host.book.DeadLetterMarks;
import dev.millrace.orchestrator.host.book.Schema;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Runs the engine on Kafka and PostgreSQL: makes what it needs, waits for what is down, and goes on until it is closed. */
public final class Host implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Host.class);
    private static final String GROUP = "orchestrator";
    private static final String STARTING = "start";
    private static final int BATCH = 1_000;
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final HostSettings settings;
    private final InstantSource clock;
    private final HostStatus status = new HostStatus();
    private final Knowledge knowledge;
    private final RunningCancels cancels;
    private final SlotSweep slots;
    private final Schema schema;
    private final Database database;
    private final Outbox outbox;
    private final Metrics metrics;
    private final TimerSweep sweep;
    private final BrokerWatch broker;
    private final HostParts parts;
    private final List<HostLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService housekeeper = Executors.newSingleThreadScheduledExecutor(Host::housekeeper);
    private volatile boolean closed;

    /** @param languages by name, for calculations and conditions */
    public Host(
            HostSettings settings,
            Map<String, ExpressionLanguage> languages,
            ExecutionReader reader,
            MeterRegistry registry) {
        this(settings, languages, reader, registry, InstantSource.system());
    }

    Host(
            HostSettings settings,
            Map<String, ExpressionLanguage> languages,
            ExecutionReader reader,
            MeterRegistry registry,
            InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.schema = new Schema(settings.database());
        this.database = new Database(settings.database());
        this.outbox = new Outbox(settings.kafka(), settings.topics(), settings.partitions(), status);
        this.cancels = new RunningCancels(database, outbox, settings.topics(), status, clock);
        this.slots = new SlotSweep(database, outbox, settings.topics(), status);
        this.knowledge = new Knowledge(languages, cancels::note);
        this.metrics = new Metrics(registry);
        var errands = new Errands(settings.topics());
        this.sweep = new TimerSweep(database, outbox, settings.topics(), errands, metrics, status, clock);
        this.broker = new BrokerWatch(settings.kafka(), status);
        var book = new Book(database);
        var engine = new Engine(
                settings.limits(),
                knowledge.nodeTypes(),
                new CurrentVersions(knowledge, clock),
                ZoneId.systemDefault(),
                UUID.randomUUID().toString());
        var aftermath = new Aftermath(book, outbox, knowledge, reader, metrics, sweep::set);
        this.parts = new HostParts(engine, knowledge, book, aftermath, metrics, status, settings.topics(), clock);
        status.failing(STARTING, "Expected to be at work, but the host has only just started");
    }

    /** Returns at once; the host comes up as soon as the database and Kafka answer. */
    public void start() {
        run("orchestrator broker watch", broker);
        run("orchestrator start", this::bringUp);
    }

    private void bringUp() {
        try {
            awaitDatabase();
            new TopicSetup(settings.kafka()).ensure(topics());
            knowledge.follow(settings.kafka(), settings.topics());
            announceControlNodes();
            startThreads();
            status.working(STARTING);
        } catch (KafkaException e) {
            if (!closed) {
                LOG.error("The orchestrator could not start", e);
                status.failing(STARTING, e.getMessage());
            }
        }
    }

    private void awaitDatabase() {
        var backoff = new Backoff();
        while (!closed) {
            try {
                schema.migrate(clock.instant());
                return;
            } catch (DatabaseUnavailableException e) {
                status.failing(STARTING, e.getMessage());
                LockSupport.parkNanos(backoff.next().toNanos());
            }
        }
        throw new KafkaException("Expected to wait for the database, but the host is closing");
    }

    private List<Wanted> topics() {
        var plan = new TopicPlan(settings.topics(), settings.partitions());
        var wanted = new ArrayList<>(plan.drivingExecutions());
        wanted.add(plan.executionEvents());
        wanted.add(plan.replies());
        wanted.add(plan.stepCancellations());
        wanted.add(plan.deadLetters());
        wanted.add(plan.workflowDefinitions());
        wanted.add(plan.nodeTypes());
        return wanted;
    }

    private void announceControlNodes() {
        outbox.send(ControlNodes.descriptors().stream()
                .map(CatalogueEntry::of)
                .map(entry -> Messages.record(settings.topics().nodeTypes(), entry.recordKey(), entry))
                .toList());
    }

    private synchronized void startThreads() {
        if (closed) {
            return;
        }
        for (int i = 0; i < settings.threads(); i++) {
            var cache = new ExecutionCache(settings.cachedExecutions(), settings.cachedBytes());
            var loop = new HostLoop("orchestrator " + i, consumer(), parts, cache);
            loops.add(loop);
            run("orchestrator " + i, loop);
        }
        run("orchestrator timers", sweep);
        var housekeeping = new Housekeeping(schema, parts.book(), settings.keepEventKeys(), clock);
        every(Housekeeping.PERIOD, housekeeping::run);
        every(RunningCancels.PERIOD, cancels::sweep);
        every(SlotSweep.PERIOD, slots::sweep);
    }

    private void every(Duration period, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // An exception would end the repetition for good.
                LOG.error("Housekeeping failed, will try again", e);
            }
        };
        housekeeper.scheduleWithFixedDelay(guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> consumer =
                new HashMap<>(settings.kafka().consumer(settings.topics().prefix() + GROUP));
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        consumer.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        consumer.putAll(settings.kafka().extra());
        return new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private synchronized void run(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private static Thread housekeeper(Runnable work) {
        var thread = new Thread(work, "orchestrator housekeeping");
        thread.setDaemon(true);
        return thread;
    }

    public HostStatus status() {
        return status;
    }

    /** Who serves which node type, as far as is known. */
    public StepTypes stepTypes() {
        return knowledge.nodeTypes();
    }

    /** What was announced of the type; empty when nobody ever did. */
    public Optional<NodeTypeDescriptor> nodeType(String type) {
        return knowledge.nodeTypes().descriptor(type);
    }

    /** Why no execution can begin where the rerun wants it to; empty when one can. Asks the database. */
    public Optional<EndReason> refusal(ExecutionCommand.Rerun rerun) {
        var graph = new Graphs(knowledge, parts.book()).apply(rerun.workflowId());
        if (graph.isEmpty()) {
            return Optional.of(EndReason.of(
                    "unknown_workflow",
                    "Expected to know workflow version " + rerun.workflowId() + ", but it was never published"));
        }
        var keys = knowledge.definitions().nodeKeys(rerun.workflowId());
        return parts.engine().refusal(graph.get(), Past.origin(parts.book().history(), rerun, keys));
    }

    public Outbox outbox() {
        return outbox;
    }

    public Book book() {
        return parts.book();
    }

    /** What people did about dead letters. */
    public DeadLetterMarks deadLetterMarks() {
        return new DeadLetterMarks(database);
    }

    public KafkaSettings kafka() {
        return settings.kafka();
    }

    public Topics topicNames() {
        return settings.topics();
    }

    @Override
    public void close() {
        closed = true;
        housekeeper.shutdownNow();
        synchronized (this) {
            loops.forEach(HostLoop::close);
        }
        sweep.close();
        broker.close();
        outbox.closing();
        threads.forEach(Host::join);
        knowledge.close();
        outbox.close();
        database.close();
    }

    private static void join(Thread thread) {
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
