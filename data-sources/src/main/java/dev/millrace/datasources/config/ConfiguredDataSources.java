package dev.millrace.datasources.config;

import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.PostgresDataSources;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;

/** The one bean of type {@link DataSources}, for whichever services run in this process. */
@Singleton
public class ConfiguredDataSources {
    @Produces
    @Singleton
    DataSources dataSources(Vertx vertx, DataSourcesConfig config) {
        return PostgresDataSources.open(vertx, settings(config));
    }

    void close(@Disposes DataSources dataSources) {
        dataSources.close();
    }

    /** Configuration keys have no order of their own. */
    private static List<ConnectionSettings> settings(DataSourcesConfig config) {
        return config.sources().entrySet().stream()
                .sorted(Comparator.comparing((Entry<String, DataSourcesConfig.Source> one) ->
                                !one.getValue().isDefault())
                        .thenComparing(Entry::getKey))
                .map(one -> settings(one.getKey(), one.getValue()))
                .toList();
    }

    private static ConnectionSettings settings(String name, DataSourcesConfig.Source source) {
        return new ConnectionSettings(
                name,
                source.host(),
                source.port(),
                source.database(),
                source.user(),
                source.password(),
                source.schema(),
                source.ledger(),
                source.poolSize());
    }
}
