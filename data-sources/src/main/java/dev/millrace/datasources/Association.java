package dev.millrace.datasources;

import java.util.Optional;
import java.util.function.Function;

/**
 * A way from one collection to another, found as a foreign key.
 *
 * @param name to-one: the column without {@code _id}; to-many: the other table's name
 * @param target name of the collection it leads to
 * @param localColumn column on this side
 * @param foreignColumn column on the other side
 */
public record Association(String name, Kind kind, String target, String localColumn, String foreignColumn) {
    public enum Kind {
        TO_ONE,
        TO_MANY
    }

    /** @param collections by name */
    public Collection targetIn(Function<String, Optional<Collection>> collections) {
        return collections
                .apply(target)
                .orElseThrow(() -> new DataSourceException(
                        "unknown_collection",
                        "Expected association \"%s\" to lead to collection \"%s\", but it does not exist"
                                .formatted(name, target)));
    }
}
