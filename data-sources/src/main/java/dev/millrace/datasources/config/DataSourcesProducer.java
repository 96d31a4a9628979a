package dev.millrace.datasources.config;

import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.PostgresDataSources;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** One set of data sources for all services of a JVM, so that they share connections and what is known of the structure. */
@ApplicationScoped
class DataSourcesProducer {
    @Produces
    @Singleton
    DataSources dataSources(Vertx vertx, Config config) {
        return PostgresDataSources.open(vertx, DataSourcesConfig.read(config));
    }

    void close(@Disposes DataSources dataSources) {
        dataSources.close();
    }
}
