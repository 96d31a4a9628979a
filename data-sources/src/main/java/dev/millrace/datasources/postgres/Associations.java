package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Association;
import dev.millrace.datasources.Association.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names the ways between collections. To-one: the column without {@code _id}; to-many: the other table's name. A name that is
 * taken, by a field or by an earlier key, gets the column's or the target's name added, so that no name changes its meaning.
 */
final class Associations {
    private final List<ForeignKey> keys;

    Associations(List<ForeignKey> keys) {
        this.keys = keys;
    }

    List<Association> of(String collection, Set<String> fieldNames) {
        var taken = new HashSet<>(fieldNames);
        var found = new ArrayList<Association>();
        for (ForeignKey key : keys) {
            if (key.collection().equals(collection)) {
                String name = free(taken, stem(key.column()), key.column() + "_" + lastPart(key.target()));
                found.add(new Association(name, Kind.TO_ONE, key.target(), key.column(), key.targetColumn()));
            }
        }
        for (ForeignKey key : keys) {
            if (key.target().equals(collection)) {
                String name = free(taken, key.table(), key.table() + "_by_" + stem(key.column()));
                found.add(new Association(name, Kind.TO_MANY, key.collection(), key.targetColumn(), key.column()));
            }
        }
        return List.copyOf(found);
    }

    private static String free(Set<String> taken, String wanted, String otherwise) {
        String name = wanted;
        for (int number = 1; !taken.add(name); number++) {
            name = number == 1 ? otherwise : otherwise + number;
        }
        return name;
    }

    private static String stem(String column) {
        String stem = column.replaceFirst("_id$|(?<=[a-z0-9])Id$", "");
        return stem.isEmpty() ? column : stem;
    }

    private static String lastPart(String collection) {
        return collection.substring(collection.lastIndexOf('.') + 1);
    }
}
