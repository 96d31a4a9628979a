package dev.millrace.trigger.collection.capture;

import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.trigger.collection.CollectionSettings;
import dev.millrace.trigger.kafka.TriggerKafka;
import io.debezium.connector.postgresql.PostgresConnector;
import java.util.Properties;
import org.apache.kafka.connect.storage.KafkaOffsetBackingStore;

/** How Debezium reads the log of one data source. */
final class EngineSettings {
    private EngineSettings() {}

    static Properties of(TriggerKafka kafka, ConnectionSettings source, CollectionSettings settings) {
        var properties = new Properties();
        properties.setProperty("name", "millrace-" + source.name());
        properties.setProperty("connector.class", PostgresConnector.class.getName());
        properties.setProperty("topic.prefix", topicPrefix(kafka, source));
        // The supervisor starts again, for ever and visibly.
        properties.setProperty("errors.max.retries", "0");
        connection(properties, source);
        log(properties, source, settings);
        values(properties);
        offsets(properties, kafka);
        return properties;
    }

    /** Debezium adds the dot, the schema and the table. */
    private static String topicPrefix(TriggerKafka kafka, ConnectionSettings source) {
        String start = kafka.topics().rowChangesOf(source.name());
        return start.substring(0, start.length() - 1);
    }

    private static void connection(Properties properties, ConnectionSettings source) {
        properties.setProperty("database.hostname", source.host());
        properties.setProperty("database.port", String.valueOf(source.port()));
        properties.setProperty("database.dbname", source.database());
        properties.setProperty("database.user", source.user());
        properties.setProperty("database.password", source.password());
    }

    private static void log(Properties properties, ConnectionSettings source, CollectionSettings settings) {
        properties.setProperty("plugin.name", "pgoutput");
        properties.setProperty("slot.name", "millrace_" + source.name());
        properties.setProperty("slot.drop.on.stop", "false");
        // One attempt: the supervisor waits and says why.
        properties.setProperty("slot.max.retries", "1");
        properties.setProperty("publication.name", "millrace_" + source.name());
        // With all tables in the publication, a table that is made later is captured without a restart.
        properties.setProperty("publication.autocreate.mode", "all_tables");
        properties.setProperty("schema.exclude.list", "millrace_ledger");
        properties.setProperty("snapshot.mode", "no_data");
        properties.setProperty("tombstones.on.delete", "false");
        properties.setProperty(
                "poll.interval.ms", String.valueOf(settings.pollInterval().toMillis()));
        String heartbeat = String.valueOf(settings.heartbeatInterval().toMillis());
        properties.setProperty("heartbeat.interval.ms", heartbeat);
        // A quiet database beside a busy one would keep the WAL of both: a message of our own moves the slot on.
        properties.setProperty("heartbeat.action.query", "select pg_logical_emit_message(false, 'millrace', '')");
        properties.setProperty("message.prefix.exclude.list", "millrace");
    }

    private static void values(Properties properties) {
        properties.setProperty("converter.schemas.enable", "false");
        properties.setProperty("decimal.handling.mode", "string");
        properties.setProperty("time.precision.mode", "isostring");
        properties.setProperty("interval.handling.mode", "string");
        properties.setProperty("binary.handling.mode", "base64");
        properties.setProperty("hstore.handling.mode", "json");
        properties.setProperty("include.unknown.datatypes", "false");
    }

    private static void offsets(Properties properties, TriggerKafka kafka) {
        // Beside the changes they speak of: both are there, or both are lost.
        properties.setProperty("offset.storage", KafkaOffsetBackingStore.class.getName());
        properties.setProperty("offset.storage.topic", kafka.topics().captureOffsets());
        properties.setProperty("offset.storage.partitions", "1");
        properties.setProperty("offset.storage.replication.factor", "-1");
        properties.setProperty("offset.flush.interval.ms", "0");
        kafka.settings().common().forEach((key, value) -> properties.setProperty(key, String.valueOf(value)));
    }
}
