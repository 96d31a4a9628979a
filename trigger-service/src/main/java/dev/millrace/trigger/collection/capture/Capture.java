package dev.millrace.trigger.collection.capture;

import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.trigger.TriggerMetrics;
import dev.millrace.trigger.collection.CollectionSettings;
import dev.millrace.trigger.collection.capture.CaptureState.Phase;
import dev.millrace.trigger.kafka.Outbox;
import dev.millrace.trigger.kafka.TriggerKafka;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.ConnectorCallback;
import io.debezium.engine.format.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Keeps an engine running that reads the log of one data source: whatever ends it, it starts again, for ever. */
public final class Capture implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Capture.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final TriggerKafka kafka;
    private final ConnectionSettings source;
    private final CollectionSettings settings;
    private final TriggerMetrics metrics;
    private final Thread thread;
    private volatile boolean closed;
    private volatile DebeziumEngine<ChangeEvent<String, String>> engine;
    private volatile CaptureState state = CaptureState.of(Phase.STARTING, "not started yet");

    public Capture(TriggerKafka kafka, ConnectionSettings source, CollectionSettings settings, TriggerMetrics metrics) {
        this.kafka = kafka;
        this.source = source;
        this.settings = settings;
        this.metrics = metrics;
        this.thread = new Thread(this::keepRunning, "capture-" + source.name());
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public String dataSource() {
        return source.name();
    }

    public CaptureState state() {
        return state;
    }

    /** Returns once the engine has stopped, or after ten seconds. Changes that come meanwhile are captured at the next start. */
    @Override
    public void close() {
        closed = true;
        long end = System.nanoTime() + CLOSING.toNanos();
        while (thread.isAlive() && System.nanoTime() < end) {
            closeEngine();
            LockSupport.unpark(thread);
            join();
        }
    }

    private void join() {
        try {
            thread.join(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeEngine() {
        var running = engine;
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (IOException | IllegalStateException e) {
            // An engine refuses to stop while it starts; the next attempt finds it started, or gone.
            LOG.debugf("Closing the capture of %s: %s", source.name(), e.getMessage());
        }
    }

    private void keepRunning() {
        var wait = FIRST_WAIT;
        while (!closed) {
            state = CaptureState.of(Phase.STARTING, "connecting to " + source);
            var ending = runOnce();
            if (closed) {
                break;
            }
            wait = ending.wasRunning() ? FIRST_WAIT : wait;
            state = CaptureState.of(Phase.WAITING, ending.reason());
            LOG.warnf("Capture of data source %s starts again in %s: %s", source.name(), wait, ending.reason());
            LockSupport.parkNanos(wait.toNanos());
            var doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        }
        state = CaptureState.of(Phase.STOPPED, "closed");
    }

    private record Ending(boolean wasRunning, String reason) {}

    private Ending runOnce() {
        var watch = new Watch();
        try (var outbox = new Outbox(kafka)) {
            var forwarder = new ChangeForwarder(kafka, source.name(), settings.partitions(), outbox, metrics);
            engine = DebeziumEngine.create(Json.class)
                    .using(EngineSettings.of(kafka, source, settings))
                    .using(Thread.currentThread().getContextClassLoader())
                    .using((ConnectorCallback) watch)
                    .using((DebeziumEngine.CompletionCallback) watch)
                    .notifying(forwarder)
                    .build();
            engine.run();
        } catch (RuntimeException e) {
            // Debezium wraps what its parts throw without a type of its own; whatever it is, the capture goes on.
            LOG.debugf(e, "The engine of %s broke", source.name());
            watch.reason = Optional.of(String.valueOf(e.getMessage()));
        } finally {
            engine = null;
        }
        return new Ending(watch.wasRunning, watch.reason.orElse("the engine ended without a reason"));
    }

    /** Hears from the engine's own threads. */
    private final class Watch implements ConnectorCallback, DebeziumEngine.CompletionCallback {
        private volatile boolean wasRunning;
        private volatile Optional<String> reason = Optional.empty();

        @Override
        public void pollingStarted() {
            wasRunning = true;
            state = CaptureState.of(Phase.RUNNING, "reading the log of " + source);
        }

        @Override
        public void handle(boolean success, String message, Throwable error) {
            reason = Optional.of(error == null ? String.valueOf(message) : rootMessage(error));
        }

        private String rootMessage(Throwable error) {
            var cause = error;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }
}
