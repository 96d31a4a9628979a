package dev.millrace.trigger.collection;

import dev.millrace.datasources.DataSource;
import dev.millrace.datasources.DataSources;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.trigger.TriggerMetrics;
import dev.millrace.trigger.collection.capture.Capture;
import dev.millrace.trigger.collection.capture.CaptureState;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.health.TriggerWatch;
import dev.millrace.trigger.kafka.TriggerKafka;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Captures and matches the changes of all data sources. */
@Singleton
public class CollectionTriggers {
    private final DataSources dataSources;
    private final List<Capture> captures;
    private final List<CollectionMatcher> matchers;
    private final BeforeImages beforeImages;

    @Inject
    public CollectionTriggers(
            TriggerKafka kafka,
            DataSources dataSources,
            Definitions definitions,
            CollectionSettings settings,
            TriggerMetrics metrics,
            TriggerWatch watch) {
        this.dataSources = dataSources;
        this.captures = dataSources.all().stream()
                .map(source -> new Capture(kafka, source.settings(), settings, metrics))
                .toList();
        this.matchers = dataSources.all().stream()
                .map(source -> new CollectionMatcher(kafka, dataSources, source, definitions, metrics, watch))
                .toList();
        this.beforeImages = new BeforeImages(dataSources, definitions, settings);
    }

    /** The topics must exist. */
    public void start() {
        beforeImages.start();
        captures.forEach(Capture::start);
        matchers.forEach(CollectionMatcher::start);
    }

    public void stop() {
        captures.forEach(Capture::close);
        matchers.forEach(CollectionMatcher::close);
        beforeImages.close();
    }

    /** Whether the workflow waits for changes of rows. */
    public static boolean serves(WorkflowVersion version) {
        return CollectionTrigger.TYPE.equals(version.document().type());
    }

    /** The data source whose changes the workflow waits for; empty where its config names none that there is. */
    public Optional<String> sourceOf(WorkflowVersion version) {
        return CollectionConfig.of(version.document().config())
                .flatMap(config -> dataSources.find(config.collection().dataSource()))
                .map(DataSource::name);
    }

    /** By data source. */
    public Map<String, CaptureState> states() {
        return captures.stream().collect(Collectors.toMap(Capture::dataSource, Capture::state));
    }
}
