package dev.millrace.orchestrator.api.deadletter;

import dev.millrace.orchestrator.host.HostBean;
import dev.millrace.orchestrator.host.book.DeadLetterMarks;
import dev.millrace.orchestrator.host.book.DeadLetterMarks.Mark;
import dev.millrace.rest.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads letters from their topic, from the newest back. Blocks, for a bounded time. */
final class LetterReader implements AutoCloseable {
    private static final int WINDOW = 200;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    private final DeadLetterMarks marks;
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> first;
    private final Map<TopicPartition, Long> end;
    private final long until = System.nanoTime() + LONGEST_READ.toNanos();

    LetterReader(HostBean host) {
        this.marks = host.deadLetterMarks();
        this.consumer =
                new KafkaConsumer<>(host.kafka().reader(), new StringDeserializer(), new ByteArrayDeserializer());
        var topic = host.topics().deadLetters();
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        this.first = consumer.beginningOffsets(partitions);
        this.end = consumer.endOffsets(partitions);
    }

    /** The first offset that the partition still has. */
    long first(int partition) {
        return first.entrySet().stream()
                .filter(entry -> entry.getKey().partition() == partition)
                .mapToLong(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }

    Optional<Letter> find(LetterId id) {
        var partition = partitions.stream()
                .filter(one -> one.partition() == id.partition())
                .findFirst();
        if (partition.isEmpty()
                || id.offset() < first.get(partition.get())
                || id.offset() >= end.get(partition.get())) {
            return Optional.empty();
        }
        return read(Map.of(partition.get(), id.offset()), Map.of(partition.get(), id.offset() + 1)).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst();
    }

    /**
     * Newest first. Few of many may be wanted: then the page may be short, and its cursor leads on.
     *
     * @param cursor of the page before, or null
     */
    Page<Letter> page(Predicate<Letter> wanted, String cursor, int limit) {
        var found = new ArrayList<Letter>();
        var upper = new LetterCursor(end).parse(cursor);
        while (found.size() < limit && goesBack(upper) && System.nanoTime() < until) {
            var lower = below(upper);
            read(lower, upper).stream().filter(wanted).forEach(found::add);
            upper = lower;
        }
        var kept = found.subList(0, Math.min(limit, found.size()));
        var rest = new HashMap<>(upper);
        // What was found too much comes first on the next page.
        found.subList(kept.size(), found.size())
                .forEach(letter -> rest.merge(partition(letter), letter.record().offset() + 1, Math::max));
        return new Page<>(List.copyOf(kept), goesBack(rest) ? LetterCursor.format(rest) : null);
    }

    private boolean goesBack(Map<TopicPartition, Long> upper) {
        return upper.entrySet().stream().anyMatch(entry -> entry.getValue() > first.get(entry.getKey()));
    }

    private Map<TopicPartition, Long> below(Map<TopicPartition, Long> upper) {
        var lower = new HashMap<TopicPartition, Long>();
        upper.forEach((partition, offset) ->
                lower.put(partition, Math.max(Math.min(first.get(partition), offset), offset - WINDOW)));
        return lower;
    }

    /** Newest first. */
    private List<Letter> read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (isBehind(to) && System.nanoTime() < until) {
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
                    records.add(record);
                }
            });
        }
        var marked = new HashMap<LetterId, Mark>();
        from.forEach((partition, offset) -> marks.between(partition.partition(), offset, to.get(partition))
                .forEach((at, mark) -> marked.put(new LetterId(partition.partition(), at), mark)));
        return records.stream()
                .sorted(Comparator.comparing(ConsumerRecord<String, byte[]>::timestamp)
                        .thenComparing(ConsumerRecord::offset)
                        .reversed())
                .map(record -> new Letter(
                        record, Optional.ofNullable(marked.get(new LetterId(record.partition(), record.offset())))))
                .toList();
    }

    private boolean isBehind(Map<TopicPartition, Long> to) {
        return to.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue());
    }

    private static TopicPartition partition(Letter letter) {
        return new TopicPartition(letter.record().topic(), letter.record().partition());
    }

    /** Without waiting for a fetch under way, which may take half a second. */
    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
