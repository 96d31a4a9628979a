package dev.millrace.worker.runtime;

import dev.millrace.messaging.CompactedTopic;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The steps that nobody waits for any more: a command that is still queued is not begun, a step under way is told. What is
 * forgotten or missed here costs work, never a wrong outcome: the orchestrator refuses such results.
 */
@ApplicationScoped
public class Cancellations implements CompactedTopic.Listener {
    private static final Logger LOG = Logger.getLogger(Cancellations.class);

    /** A queue of commands that were all cancelled may be long; beyond this the oldest are run in vain. */
    private static final int REMEMBERED = 100_000;

    private static final long CATCH_UP_SECONDS = 5;

    private final Map<String, Integer> cancelled = new LinkedHashMap<>();
    private final Map<String, Collection<RunningStep>> running = new ConcurrentHashMap<>();
    private volatile CompactedTopic topic;

    /** Returns once everything is known that is on the topic now, or after some seconds. */
    void follow(KafkaSettings kafka, String name) {
        topic = CompactedTopic.follow(kafka, name, this);
        try {
            topic.catchUp().toCompletableFuture().get(CATCH_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Steps that were cancelled before may run: %s is not read yet", name);
        }
    }

    @Override
    public void on(ConsumerRecord<String, byte[]> record) {
        try {
            take(Messages.decode(record, StepCancellation.class));
        } catch (UndecodableRecordException e) {
            LOG.warnf("Passing over offset %d of %s: %s", record.offset(), record.topic(), e.getMessage());
        }
    }

    private void take(StepCancellation cancellation) {
        if (cancellation.jobId() == null) {
            return;
        }
        remember(cancellation.jobId(), cancellation.attempt());
        running.getOrDefault(cancellation.jobId(), List.of()).stream()
                .filter(step -> step.attempt() <= cancellation.attempt())
                .forEach(RunningStep::stop);
    }

    private void remember(String jobId, int attempt) {
        synchronized (cancelled) {
            cancelled.remove(jobId);
            cancelled.put(jobId, attempt);
            if (cancelled.size() > REMEMBERED) {
                var oldest = cancelled.entrySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    boolean contains(StepCommand command) {
        synchronized (cancelled) {
            return cancelled.getOrDefault(command.jobId(), 0) >= command.attempt();
        }
    }

    /** To be {@link #ended} once the step has an outcome. */
    RunningStep begun(StepCommand command) {
        var step = new RunningStep(command.attempt());
        running.computeIfAbsent(command.jobId(), id -> new CopyOnWriteArrayList<>())
                .add(step);
        if (contains(command)) {
            // It came between the look at the queue and this moment.
            step.stop();
        }
        return step;
    }

    void ended(StepCommand command, RunningStep step) {
        running.computeIfPresent(command.jobId(), (id, steps) -> {
            steps.remove(step);
            return steps.isEmpty() ? null : steps;
        });
    }

    @PreDestroy
    void close() {
        if (topic != null) {
            topic.close();
        }
    }
}
