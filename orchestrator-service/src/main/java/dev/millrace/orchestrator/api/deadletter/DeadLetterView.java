package dev.millrace.orchestrator.api.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.message.DeadLetter;
import dev.millrace.orchestrator.host.book.DeadLetterMarks.Mark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that could not be served.
 *
 * @param id partition and offset on the topic of dead letters
 * @param topic where it came from, as are partition and offset
 * @param value as text, cut where it is long
 * @param size of the whole value in bytes
 * @param headers of the original, as texts
 * @param handledBy who replayed or discarded it, or null
 */
@Schema(name = "DeadLetter")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeadLetterView(
        @JsonProperty("id") String id,
        @JsonProperty("at") Instant at,
        @JsonProperty("topic") String topic,
        @JsonProperty("partition") String partition,
        @JsonProperty("offset") String offset,
        @JsonProperty("key") String key,
        @JsonProperty("value") String value,
        @JsonProperty("size") int size,
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("reason") String reason,
        @JsonProperty("consumer") String consumer,
        @JsonProperty("state") LetterState state,
        @JsonProperty("handledBy") String handledBy,
        @JsonProperty("handledAt") Instant handledAt) {

    /** What people did about it. */
    enum LetterState {
        OPEN,
        REPLAYED,
        DISCARDED
    }

    /** @param longestValue in bytes */
    static DeadLetterView of(Letter letter, int longestValue) {
        var record = letter.record();
        var mark = letter.mark();
        return new DeadLetterView(
                letter.id().toString(),
                Instant.ofEpochMilli(record.timestamp()),
                letter.header(DeadLetter.TOPIC_HEADER),
                letter.header(DeadLetter.PARTITION_HEADER),
                letter.header(DeadLetter.OFFSET_HEADER),
                record.key(),
                value(record.value(), longestValue),
                record.value() == null ? 0 : record.value().length,
                headers(record),
                letter.header(DeadLetter.REASON_HEADER),
                letter.header(DeadLetter.CONSUMER_HEADER),
                letter.state(),
                mark.map(Mark::by).orElse(null),
                mark.map(Mark::at).orElse(null));
    }

    private static String value(byte[] bytes, int longest) {
        return bytes == null ? null : new String(bytes, 0, Math.min(bytes.length, longest), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        for (var header : record.headers()) {
            if (!header.key().startsWith(Letter.OURS)) {
                headers.put(
                        header.key(),
                        header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
