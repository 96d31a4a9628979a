package dev.millrace.trigger.collection;

import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSources;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.trigger.collection.CollectionSettings.ReplicaIdentity;
import dev.millrace.trigger.definitions.Definitions;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sees to it that the log has the rows as they were, where an enabled workflow compares them or waits for deletions: with
 * PostgreSQL's default the log of a deletion has nothing but the primary key.
 */
final class BeforeImages implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BeforeImages.class);
    private static final long AGAIN_SECONDS = 10;

    private final DataSources dataSources;
    private final Definitions definitions;
    private final boolean wanted;
    private final Map<String, TableSettings> tables = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "before-images");
        thread.setDaemon(true);
        return thread;
    });

    BeforeImages(DataSources dataSources, Definitions definitions, CollectionSettings settings) {
        this.dataSources = dataSources;
        this.definitions = definitions;
        this.wanted = settings.replicaIdentity() == ReplicaIdentity.FULL;
    }

    void start() {
        if (wanted) {
            definitions.onChange(version -> {
                if (isConcerned(version)) {
                    worker.execute(() -> ensure(version));
                }
            });
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        tables.values().forEach(TableSettings::close);
    }

    private static boolean isConcerned(WorkflowVersion version) {
        return version.enabled()
                && !version.deleted()
                && CollectionTrigger.TYPE.equals(version.document().type())
                && CollectionConfig.of(version.document().config())
                        .filter(CollectionConfig::needsBeforeImage)
                        .isPresent();
    }

    private void ensure(WorkflowVersion version) {
        boolean isStillEnabled = definitions
                .enabled(version.key())
                .filter(enabled -> enabled.id().equals(version.id()))
                .isPresent();
        var name =
                CollectionConfig.of(version.document().config()).orElseThrow().collection();
        var source = dataSources.find(name.dataSource());
        if (!isStillEnabled || source.isEmpty()) {
            return;
        }
        try {
            if (!settings(source.get()).keepBeforeImages(name.collection())) {
                again(version);
            }
        } catch (SQLException e) {
            LOG.warnf(
                    "Expected to set REPLICA IDENTITY FULL for %s, which workflow %s needs, but %s",
                    name, version.key(), e.getMessage());
            again(version);
        }
    }

    private TableSettings settings(DataSource source) {
        return tables.computeIfAbsent(source.name(), any -> new TableSettings(source.settings()));
    }

    /** The table may come later; the database may be away. */
    private void again(WorkflowVersion version) {
        worker.schedule(() -> ensure(version), AGAIN_SECONDS, TimeUnit.SECONDS);
    }
}
