package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A change that a workflow waits for.
 *
 * @param record as it came, for the dead letters
 * @param structure of the collection; empty when the table is gone
 */
record Candidate(ConsumerRecord<String, byte[]> record, RowChange change, Plan plan, Optional<Collection> structure) {

    boolean mustBeRead() {
        return plan.config().readsOn(change.operation()) || isIncomplete();
    }

    boolean isIncomplete() {
        return RowJson.isIncomplete(change.row());
    }

    /** The row as the log has it, in the shapes of the data nodes; what an update did not touch is as it was. */
    ObjectNode shaped() {
        var row = RowJson.of(change.row(), structure);
        if (change.before() != null && change.operation() == Operation.UPDATE && isIncomplete()) {
            var before = RowJson.of(change.before(), structure);
            before.fields().forEachRemaining(field -> {
                if (!row.has(field.getKey())) {
                    row.set(field.getKey(), field.getValue());
                }
            });
        }
        return row;
    }

    /** The values of the primary key as texts; empty without one. */
    List<String> primaryKey() {
        var row = RowJson.of(change.row(), structure);
        return structure.map(collection -> keyOf(collection, row)).orElse(List.of());
    }

    static List<String> keyOf(Collection collection, ObjectNode row) {
        return collection.primaryKey().stream()
                .map(column -> row.path(column).asText())
                .toList();
    }
}
