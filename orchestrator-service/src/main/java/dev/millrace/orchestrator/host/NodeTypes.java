package dev.millrace.orchestrator.host;

import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.orchestrator.engine.StepTypes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** The node types that somebody announced. */
final class NodeTypes implements StepTypes, CompactedTopic.Listener {
    private static final Logger LOG = Logger.getLogger(NodeTypes.class);

    /** The palette's group of the types that people serve. */
    private static final String PEOPLE = "manual";

    private final Map<String, NodeTypeDescriptor> announced = new ConcurrentHashMap<>();

    @Override
    public Optional<Server> serving(String type) {
        return descriptor(type).map(found -> PEOPLE.equals(found.group()) ? Server.PERSON : Server.WORKER);
    }

    Optional<NodeTypeDescriptor> descriptor(String type) {
        return Optional.ofNullable(announced.get(type));
    }

    @Override
    public void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            announced.remove(record.key());
            return;
        }
        try {
            var node = Messages.decode(record, CatalogueEntry.class).node();
            if (node != null) {
                announced.put(node.type(), node);
            }
        } catch (UndecodableRecordException e) {
            LOG.errorf("Passing over offset %d of %s: %s", record.offset(), record.topic(), e.getMessage());
        }
    }
}
