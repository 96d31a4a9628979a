package dev.millrace.orchestrator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.message.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be served.
 *
 * @param id partition and offset on the topic of dead letters
 * @param topic where it came from, as are partition and offset
 * @param value as text, cut where it is long
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeadLetterView(
        @JsonProperty("id") String id,
        @JsonProperty("at") Instant at,
        @JsonProperty("topic") String topic,
        @JsonProperty("partition") String partition,
        @JsonProperty("offset") String offset,
        @JsonProperty("key") String key,
        @JsonProperty("value") String value,
        @JsonProperty("reason") String reason,
        @JsonProperty("consumer") String consumer) {
    private static final int LONGEST_VALUE = 16 * 1024;

    static DeadLetterView of(ConsumerRecord<String, byte[]> letter) {
        return new DeadLetterView(
                letter.partition() + "-" + letter.offset(),
                Instant.ofEpochMilli(letter.timestamp()),
                header(letter, DeadLetter.TOPIC_HEADER),
                header(letter, DeadLetter.PARTITION_HEADER),
                header(letter, DeadLetter.OFFSET_HEADER),
                letter.key(),
                value(letter.value()),
                header(letter, DeadLetter.REASON_HEADER),
                header(letter, DeadLetter.CONSUMER_HEADER));
    }

    private static String value(byte[] bytes) {
        return bytes == null
                ? null
                : new String(bytes, 0, Math.min(bytes.length, LONGEST_VALUE), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
