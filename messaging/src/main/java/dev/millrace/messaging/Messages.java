package dev.millrace.messaging;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Turns messages into records and back: JSON, with the schema version in a header. */
public final class Messages {
    private static final byte[] VERSION_1 = {'1'};

    private Messages() {}

    /** Says which schema version a message has; for records that are not made by {@link #record}. */
    public static Headers stamp(Headers headers) {
        return headers.add(Topics.VERSION_HEADER, VERSION_1);
    }

    public static ProducerRecord<String, byte[]> record(String topic, String key, Object message) {
        var out = new ProducerRecord<>(topic, key, Json.bytes(message));
        stamp(out.headers());
        return out;
    }

    /**
     * The message in the record.
     *
     * @throws UndecodableRecordException when it cannot be read, or is of a version that is not known yet
     */
    public static <T> T decode(ConsumerRecord<String, byte[]> in, Class<T> type) {
        requireKnownVersion(in, type);
        return decode(in.value(), type);
    }

    /**
     * For who reads a message in part.
     *
     * @throws UndecodableRecordException when the record is of a version that is not known yet
     */
    public static void requireKnownVersion(ConsumerRecord<String, byte[]> in, Class<?> type) {
        var version = version(in.headers());
        if (!"1".equals(version)) {
            throw new UndecodableRecordException(
                    "Expected a " + type.getSimpleName() + " of version 1, but was of version " + version, null);
        }
    }

    private static <T> T decode(byte[] value, Class<T> type) {
        try {
            T message = value == null ? null : Json.read(value, type);
            if (message == null) {
                throw new UndecodableRecordException(
                        "Expected a " + type.getSimpleName() + ", but the record is empty", null);
            }
            return message;
        } catch (UndecodableRecordException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecodableRecordException(
                    "Expected a " + type.getSimpleName() + ", but could not read it: " + e.getMessage(), e);
        }
    }

    private static String version(Headers headers) {
        var header = headers.lastHeader(Topics.VERSION_HEADER);
        return header == null ? "1" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
