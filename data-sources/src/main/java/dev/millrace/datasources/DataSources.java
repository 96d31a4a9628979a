package dev.millrace.datasources;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The configured data sources. */
public interface DataSources extends AutoCloseable {
    /** In the order of configuration; the first is the default. */
    List<DataSource> all();

    /** @param name null for the default data source */
    Optional<DataSource> find(String name);

    /**
     * Fails with {@link DataSourceException} when there is none.
     *
     * @param name null for the default data source
     */
    CompletionStage<DataSource> named(String name);

    /** Fails with {@link DataSourceException} when the data source or the collection does not exist. */
    CompletionStage<Located> locate(CollectionName name);

    @Override
    void close();

    record Located(DataSource dataSource, Collection collection) {}
}
