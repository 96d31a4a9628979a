package dev.millrace.orchestrator.api.deadletter;

import dev.millrace.rest.ProblemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Where a page begins: before which offset of each partition. */
record LetterCursor(Map<TopicPartition, Long> end) {
    private static final String BETWEEN = ",";

    /** @param cursor null for the end */
    Map<TopicPartition, Long> parse(String cursor) {
        var upper = new HashMap<>(end);
        if (cursor == null || cursor.isBlank()) {
            return upper;
        }
        for (var part : cursor.split(BETWEEN)) {
            var id = LetterId.parse(part)
                    .orElseThrow(() -> ProblemException.badRequest(
                            "cursor", "Expected the nextCursor of a page before, but was " + cursor));
            upper.replaceAll((partition, offset) ->
                    partition.partition() == id.partition() ? Math.min(offset, id.offset()) : offset);
        }
        return upper;
    }

    static String format(Map<TopicPartition, Long> upper) {
        return upper.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().partition()))
                .map(entry -> new LetterId(entry.getKey().partition(), entry.getValue()).toString())
                .collect(Collectors.joining(BETWEEN));
    }
}
