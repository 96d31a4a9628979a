package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Association;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which associations to load with a collection's records; {@code a.b} implies {@code a}. */
record AppendTree(Collection collection, Map<Association, AppendTree> branches) {

    static AppendTree of(Collection root, List<String> paths, Function<String, Optional<Collection>> collections) {
        var tree = new AppendTree(root, new LinkedHashMap<>());
        paths.forEach(path -> tree.add(path.split("\\."), 0, collections));
        return tree;
    }

    private void add(String[] names, int depth, Function<String, Optional<Collection>> collections) {
        if (depth < names.length && !names[depth].isEmpty()) {
            var association = collection.association(names[depth]).orElseThrow(() -> unknown(names[depth]));
            var target = collections.apply(association.target()).orElseThrow(() -> unknown(names[depth]));
            branches.computeIfAbsent(association, key -> new AppendTree(target, new LinkedHashMap<>()))
                    .add(names, depth + 1, collections);
        }
    }

    private DataSourceException unknown(String name) {
        return new DataSourceException(
                "unknown_field",
                "Expected to append association \"%s\", but collection \"%s\" has none of that name"
                        .formatted(name, collection.name()));
    }
}
