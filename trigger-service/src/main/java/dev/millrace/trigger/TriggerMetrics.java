package dev.millrace.trigger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What this service counts. */
@Singleton
public class TriggerMetrics {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> lags = new ConcurrentHashMap<>();

    @Inject
    public TriggerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Row changes of the data source that are safe on Kafka. */
    public void captured(String dataSource, int changes) {
        registry.counter("millrace.trigger.changes.captured", "source", dataSource)
                .increment(changes);
    }

    /** An event that is safe on Kafka. */
    public void fired(String triggerType) {
        fired(triggerType, 1);
    }

    /** Events that are safe on Kafka. */
    public void fired(String triggerType, int events) {
        registry.counter("millrace.trigger.fired", "type", triggerType).increment(events);
    }

    /** How long ago the newest row change that was matched had been committed, in ms. */
    public void matched(String dataSource, Instant committedAt) {
        lags.computeIfAbsent(dataSource, this::lagGauge)
                .set(Duration.between(committedAt, Instant.now()).toMillis());
    }

    private AtomicLong lagGauge(String dataSource) {
        return registry.gauge("millrace.trigger.lag.ms", Tags.of("source", dataSource), new AtomicLong());
    }
}
