package dev.millrace.datasources;

import dev.millrace.datasources.postgres.PostgresDataSource;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Data sources on PostgreSQL. Nothing is connected before it is first used; a database that is down is a failed stage. */
public final class PostgresDataSources implements DataSources {
    /** What imported definitions call the default data source. */
    private static final String REFERENCE_DEFAULT = "main";

    private final Map<String, DataSource> byName;

    private PostgresDataSources(Map<String, DataSource> byName) {
        this.byName = byName;
    }

    /** Dates without a zone are meant in the zone of this JVM. */
    public static PostgresDataSources open(Vertx vertx, List<ConnectionSettings> settings) {
        return open(vertx, settings, Clock.systemDefaultZone());
    }

    /** @param clock tells what {@code today} is, and in which zone dates without one are meant */
    public static PostgresDataSources open(Vertx vertx, List<ConnectionSettings> settings, Clock clock) {
        var byName = new LinkedHashMap<String, DataSource>();
        settings.forEach(one -> byName.put(one.name(), PostgresDataSource.open(vertx, one, clock)));
        return new PostgresDataSources(byName);
    }

    @Override
    public List<DataSource> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public Optional<DataSource> find(String name) {
        var found = Optional.ofNullable(name).map(byName::get);
        boolean isDefault = name == null || name.equals(REFERENCE_DEFAULT);
        return found.isEmpty() && isDefault ? byName.values().stream().findFirst() : found;
    }

    @Override
    public CompletionStage<DataSource> named(String name) {
        return find(name)
                .map(CompletableFuture::completedStage)
                .orElseGet(() -> CompletableFuture.failedStage(unknownDataSource(name)));
    }

    @Override
    public CompletionStage<Located> locate(CollectionName name) {
        return named(name.dataSource()).thenCompose(source -> source.collection(name.collection())
                .thenApply(found -> found.map(collection -> new Located(source, collection))
                        .orElseThrow(() -> unknownCollection(name.collection(), source.name()))));
    }

    @Override
    public void close() {
        byName.values().forEach(source -> ((PostgresDataSource) source).close());
    }

    private static DataSourceException unknownCollection(String collection, String dataSource) {
        return new DataSourceException(
                "unknown_collection",
                "Expected to find collection \"%s\", but collection \"%s\" does not exist in data source \"%s\""
                        .formatted(collection, collection, dataSource));
    }

    private static DataSourceException unknownDataSource(String name) {
        return new DataSourceException(
                "unknown_data_source",
                name == null
                        ? "Expected to find the default data source, but no data source is configured"
                        : "Expected to find data source \"%s\", but data source \"%s\" does not exist"
                                .formatted(name, name));
    }
}
