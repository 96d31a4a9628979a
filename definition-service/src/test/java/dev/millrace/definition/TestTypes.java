package dev.millrace.definition;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Types as workers and services announce them. */
final class TestTypes {
    private TestTypes() {}

    static void announce() {
        announce(node("variable", "{'type':'object'}"));
        announce(
                node(
                        "calculation",
                        "{'type':'object','properties':{'engine':{'type':'string'},'expression':{'type':'string','x-ui':'expression'}}}"));
        announce(trigger("manual", "{'type':'object'}"));
        announce(
                trigger(
                        "collection",
                        "{'type':'object','required':['collection','mode'],'properties':{'collection':{'type':'string','x-ui':'collection'},'mode':{'type':'integer','minimum':1}}}"));
    }

    static void announce(CatalogueEntry entry) {
        try (var producer = producer()) {
            producer.send(Messages.record(Topics.DEFAULT.nodeTypes(), entry.recordKey(), entry));
        }
    }

    static Producer<String, byte[]> producer() {
        return new KafkaProducer<>(settings().producer(), new StringSerializer(), new ByteArraySerializer());
    }

    static KafkaSettings settings() {
        return new KafkaSettings(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    static CatalogueEntry node(String type, String schema) {
        return CatalogueEntry.of(new NodeTypeDescriptor(
                type,
                type,
                "control",
                null,
                Json.parse(schema.replace('\'', '"')),
                null,
                Branches.NONE,
                true,
                true,
                "",
                null));
    }

    private static CatalogueEntry trigger(String type, String schema) {
        return CatalogueEntry.of(new TriggerTypeDescriptor(
                type, type, null, Json.parse(schema.replace('\'', '"')), null, null, "", null));
    }
}
