package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Association;
import dev.millrace.datasources.Collection;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.trigger.definitions.Standing;
import dev.millrace.trigger.health.NotFired;
import java.util.Optional;

/** A workflow while it was enabled, and what it waits for. */
record Plan(Standing standing, CollectionConfig config) {

    WorkflowVersion workflow() {
        return standing.version();
    }

    /** Whether the workflow was enabled when the change was made. */
    boolean stoodAt(RowChange change) {
        return standing.at(change.committedAt());
    }

    /** Why the change is none of those that are waited for; the condition on the stored record is not looked at. */
    Optional<NotFired> obstacle(RowChange change, Optional<Collection> structure) {
        if (!config.on(change.operation())) {
            return Optional.of(NotFired.MODE);
        }
        return change.operation() == Operation.UPDATE && !isChanged(change, structure)
                ? Optional.of(NotFired.CHANGED_FIELDS)
                : Optional.empty();
    }

    private boolean isChanged(RowChange change, Optional<Collection> structure) {
        if (config.changed().isEmpty() || change.before() == null) {
            return true;
        }
        var before = RowJson.of(change.before(), structure);
        var after = RowJson.of(change.after(), structure);
        return config.changed().stream()
                .flatMap(name -> column(name, structure).stream())
                .anyMatch(column -> differs(column, before, after));
    }

    /** A to-one association means its foreign key; a to-many one lies in other rows and never changes with this one. */
    private static Optional<String> column(String name, Optional<Collection> structure) {
        var association = structure
                .filter(collection -> collection.field(name).isEmpty())
                .flatMap(collection -> collection.association(name));
        return association.isEmpty()
                ? Optional.of(name)
                : association
                        .filter(found -> found.kind() == Association.Kind.TO_ONE)
                        .map(Association::localColumn);
    }

    /** A value that the log does not have was not touched. */
    private static boolean differs(String column, ObjectNode before, ObjectNode after) {
        return after.has(column) && !after.get(column).equals(before.get(column));
    }
}
