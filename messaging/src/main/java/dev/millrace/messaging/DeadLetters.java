package dev.millrace.messaging;

import dev.millrace.model.message.DeadLetter;
import dev.millrace.model.message.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Makes the dead letter of a record that cannot be served: the original as it was, the reason in headers. */
public final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Topics topics;
    private final String consumer;

    /** @param consumer name of the consumer that gives up */
    public DeadLetters(Topics topics, String consumer) {
        this.topics = topics;
        this.consumer = consumer;
    }

    /** @param reason one sentence, {@code Expected to ..., but ...} */
    public ProducerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> original, String reason) {
        LOG.errorf(
                "A record of %s (partition %d, offset %d) goes to the dead letters: %s",
                original.topic(), original.partition(), original.offset(), reason);
        var letter = new ProducerRecord<>(topics.deadLetters(), null, original.key(), original.value());
        original.headers().forEach(letter.headers()::add);
        letter.headers()
                .add(DeadLetter.TOPIC_HEADER, bytes(original.topic()))
                .add(DeadLetter.PARTITION_HEADER, bytes(String.valueOf(original.partition())))
                .add(DeadLetter.OFFSET_HEADER, bytes(String.valueOf(original.offset())))
                .add(DeadLetter.REASON_HEADER, bytes(reason))
                .add(DeadLetter.CONSUMER_HEADER, bytes(consumer));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
