package dev.millrace.definition.data;

import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSources;
import dev.millrace.model.document.CollectionLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Asks the data sources whether a collection exists; they remember what they have read. Blocks for a bounded time. */
@ApplicationScoped
public class KnownCollections implements CollectionLookup {
    private static final Logger LOG = Logger.getLogger(KnownCollections.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DataSources sources;

    KnownCollections(DataSources sources) {
        this.sources = sources;
    }

    @Override
    public Answer find(String dataSource, String collection) {
        return sources.find(dataSource).map(source -> find(source, collection)).orElse(Answer.NO_DATA_SOURCE);
    }

    private static Answer find(DataSource source, String collection) {
        CompletionStage<Optional<Collection>> asked = source.collection(collection);
        try {
            var found = asked.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return found.isPresent() ? Answer.FOUND : Answer.NO_COLLECTION;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Expected data source %s to say whether it has %s, but: %s", source.name(), collection, e);
            return Answer.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
    }
}
