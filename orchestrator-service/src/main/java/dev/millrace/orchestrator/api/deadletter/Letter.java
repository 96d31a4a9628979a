package dev.millrace.orchestrator.api.deadletter;

import dev.millrace.model.message.DeadLetter;
import dev.millrace.orchestrator.api.deadletter.DeadLetterView.LetterState;
import dev.millrace.orchestrator.host.book.DeadLetterMarks.Mark;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record on the topic of dead letters, and what people did about it. */
record Letter(ConsumerRecord<String, byte[]> record, Optional<Mark> mark) {
    /** How the headers begin that a letter has beside those of the original. */
    static final String OURS = "dead-letter-";

    LetterId id() {
        return new LetterId(record.partition(), record.offset());
    }

    LetterState state() {
        return mark.map(found -> LetterState.valueOf(found.state().name())).orElse(LetterState.OPEN);
    }

    /** Null where there is none. */
    String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    boolean hasOriginal() {
        return header(DeadLetter.TOPIC_HEADER) != null && record.value() != null && record.value().length > 0;
    }

    /** The original once more, for the topic it came from; it says which letter it was. */
    ProducerRecord<String, byte[]> original() {
        var original = new ProducerRecord<>(header(DeadLetter.TOPIC_HEADER), null, record.key(), record.value());
        for (var header : record.headers()) {
            if (!header.key().startsWith(OURS) && !header.key().equals(DeadLetter.REPLAY_HEADER)) {
                original.headers().add(header);
            }
        }
        original.headers().add(DeadLetter.REPLAY_HEADER, id().toString().getBytes(StandardCharsets.UTF_8));
        return original;
    }
}
