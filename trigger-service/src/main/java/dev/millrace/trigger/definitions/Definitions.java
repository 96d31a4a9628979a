package dev.millrace.trigger.definitions;

import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.trigger.kafka.TriggerKafka;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** The workflows as they stand on Kafka. Whoever must not act on stale knowledge asks to catch up first. */
@Singleton
public class Definitions {
    private static final Logger LOG = Logger.getLogger(Definitions.class);

    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final TriggerKafka kafka;
    private volatile boolean loaded;
    private final VersionTable table = new VersionTable();
    private final CompletableFuture<CompactedTopic> topic = new CompletableFuture<>();
    private final List<Consumer<WorkflowVersion>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public Definitions(TriggerKafka kafka) {
        this.kafka = kafka;
    }

    /** The topic must exist. */
    public void start() {
        var followed = CompactedTopic.follow(kafka.settings(), kafka.topics().workflowDefinitions(), this::take);
        followed.catchUp().thenRun(() -> loaded = true);
        topic.complete(followed);
    }

    public void stop() {
        if (!topic.cancel(false)) {
            topic.join().close();
        }
    }

    /** Completes once every definition that is on Kafka at the time of the call is known here. Waits for the start. */
    public CompletionStage<Void> catchUp() {
        return topic.thenCompose(CompactedTopic::catchUp);
    }

    /** What the look-up finds, if need be after catching up; fails when Kafka does not answer within ten seconds. */
    public Uni<Optional<WorkflowVersion>> find(Supplier<Optional<WorkflowVersion>> lookup) {
        var known = lookup.get();
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : Uni.createFrom()
                        .completionStage(this::catchUp)
                        .ifNoItem()
                        .after(CATCH_UP)
                        .fail()
                        .map(nothing -> lookup.get());
    }

    /** Hears every version that is new or changed, on the thread that follows the topic: it must not wait. */
    public void onChange(Consumer<WorkflowVersion> listener) {
        listeners.add(listener);
    }

    /** A version that designers can see, enabled or not. */
    public Optional<WorkflowVersion> version(String id) {
        return table.version(id).filter(version -> !version.deleted());
    }

    /** The enabled version of the key. */
    public Optional<WorkflowVersion> enabled(String key) {
        return table.enabled(key);
    }

    /** Every enabled version. */
    public List<WorkflowVersion> allEnabled() {
        return table.allEnabled();
    }

    /** When versions with this trigger were enabled, now and in the last hours. */
    public List<Standing> standingsOfType(String type) {
        return table.standingsOfType(type);
    }

    /** Differs from every earlier answer once a definition has changed. */
    public long revision() {
        return table.revision();
    }

    /**
     * Of a version that is met enabled at the start it is not known since when: earlier records may be compacted away, and what
     * changed while nobody listened is still owed.
     */
    private Instant since(ConsumerRecord<String, byte[]> record, WorkflowVersion version) {
        boolean firstMet = table.version(version.id()).isEmpty();
        return firstMet && !loaded ? Instant.MIN : Instant.ofEpochMilli(record.timestamp());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            table.remove(record.key());
            return;
        }
        try {
            var version = Messages.decode(record, WorkflowVersion.class);
            if (table.put(version, since(record, version))) {
                listeners.forEach(listener -> listener.accept(version));
            }
        } catch (UndecodableRecordException e) {
            LOG.errorf("Workflow version %s keeps standing as it was: %s", record.key(), e.getMessage());
        }
    }
}
