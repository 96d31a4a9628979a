package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Association;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;

/** Primary keys of one column, by which associated records are named in values. */
final class Keys {
    private Keys() {}

    static String single(Collection target, Association association) {
        if (target.primaryKey().size() != 1) {
            throw new DataSourceException(
                    "association_not_writable",
                    "Expected collection \"%s\" to have a primary key of one column to write association \"%s\", but it has %d"
                            .formatted(
                                    target.name(),
                                    association.name(),
                                    target.primaryKey().size()));
        }
        return target.primaryKey().get(0);
    }
}
