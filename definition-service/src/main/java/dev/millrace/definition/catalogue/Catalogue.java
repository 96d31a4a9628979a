package dev.millrace.definition.catalogue;

import dev.millrace.definition.kafka.DefinitionKafka;
import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.document.TypeCatalogue;
import dev.millrace.model.message.CatalogueEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** The types that workers and services have announced. */
@ApplicationScoped
public class Catalogue implements TypeCatalogue {
    private static final Logger LOG = Logger.getLogger(Catalogue.class);

    private final DefinitionKafka kafka;
    private final Map<String, CatalogueEntry> entries = new ConcurrentHashMap<>();
    private volatile CompactedTopic topic;
    private volatile boolean complete;

    Catalogue(DefinitionKafka kafka) {
        this.kafka = kafka;
    }

    /** The topic must exist. */
    public void start() {
        topic = CompactedTopic.follow(kafka.settings(), kafka.topics().nodeTypes(), this::take);
    }

    public void stop() {
        if (topic != null) {
            topic.close();
        }
    }

    /** Whether everything that was announced before the start is known. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Takes in what has been announced up to now.
     *
     * @return false when Kafka did not answer in time: then what is known may be old
     */
    public boolean catchUp(Duration patience) {
        var followed = topic;
        if (followed == null) {
            return false;
        }
        try {
            followed.catchUp().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            complete = true;
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("Expected to catch up with the node types, but could not: %s", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<NodeTypeDescriptor> node(String type) {
        return Optional.ofNullable(entries.get(type)).map(CatalogueEntry::node);
    }

    @Override
    public Optional<TriggerTypeDescriptor> trigger(String type) {
        return Optional.ofNullable(entries.get("trigger:" + type)).map(CatalogueEntry::trigger);
    }

    /** By group and title, as a palette shows them. */
    List<NodeTypeDescriptor> nodes() {
        return all(
                CatalogueEntry::node,
                Comparator.comparing((NodeTypeDescriptor one) -> String.valueOf(one.group()))
                        .thenComparing(one -> String.valueOf(one.title())));
    }

    List<TriggerTypeDescriptor> triggers() {
        return all(CatalogueEntry::trigger, Comparator.comparing(one -> String.valueOf(one.title())));
    }

    private <T> List<T> all(Function<CatalogueEntry, T> part, Comparator<T> order) {
        return entries.values().stream()
                .map(part)
                .filter(Objects::nonNull)
                .sorted(order)
                .toList();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            entries.remove(record.key());
            return;
        }
        try {
            entries.put(record.key(), Messages.decode(record, CatalogueEntry.class));
        } catch (UndecodableRecordException e) {
            LOG.errorf("Type \"%s\" is left out of the catalogue: %s", record.key(), e.getMessage());
        }
    }
}
