package dev.millrace.trigger.collection;

import dev.millrace.datasources.CollectionName;
import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSources;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.definitions.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plans of one data source by collection, kept until a definition changes. For one thread. */
final class Plans {
    private final Definitions definitions;
    private final DataSources dataSources;
    private final DataSource source;
    private long revision = -1;
    private Map<String, List<Plan>> byCollection = Map.of();

    Plans(Definitions definitions, DataSources dataSources, DataSource source) {
        this.definitions = definitions;
        this.dataSources = dataSources;
        this.source = source;
    }

    List<Plan> of(RowChange change) {
        refresh();
        return byCollection.getOrDefault(collectionName(source.settings(), change.schema(), change.table()), List.of());
    }

    /** As workflows write it. */
    static String collectionName(ConnectionSettings settings, String schema, String table) {
        return schema.equals(settings.defaultSchema()) ? table : schema + "." + table;
    }

    static Optional<Plan> plan(Standing standing) {
        return CollectionConfig.of(standing.version().document().config()).map(config -> new Plan(standing, config));
    }

    /** Whether the name leads to this data source. */
    static boolean isIn(DataSources all, DataSource source, CollectionName name) {
        return all.find(name.dataSource())
                .filter(found -> found.name().equals(source.name()))
                .isPresent();
    }

    private void refresh() {
        // Asked for first: what changes while the plans are made is seen the next time.
        long current = definitions.revision();
        if (current == revision) {
            return;
        }
        byCollection = definitions.standingsOfType(CollectionTrigger.TYPE).stream()
                .flatMap(standing -> plan(standing).stream())
                .filter(plan -> isIn(dataSources, source, plan.config().collection()))
                .collect(
                        Collectors.groupingBy(plan -> plan.config().collection().collection()));
        revision = current;
    }
}
