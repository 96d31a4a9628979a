package dev.millrace.worker.runtime;

import dev.millrace.model.message.StepCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The steps that this process runs, and those it answered last. Kafka hands commands out again that were not acknowledged when
 * partitions moved, and an orchestrator that starts again asks again for all that its executions wait for: neither is a reason
 * to do anything twice. What is forgotten here costs a repeat, never a wrong outcome. Thread-safe.
 */
@ApplicationScoped
public class KnownSteps {
    private static final int REMEMBERED = 20_000;

    private final Map<Attempt, CompletableFuture<Void>> steps = new LinkedHashMap<>();

    private record Attempt(String jobId, int number) {
        static Attempt of(StepCommand command) {
            return new Attempt(command.jobId(), command.attempt());
        }
    }

    /**
     * Notes that the step begins here, to be {@link #answered} or {@link #forgotten}.
     *
     * @return empty when it is new; otherwise a stage that completes once its result is on Kafka, or fails when it will not be
     */
    Optional<CompletionStage<Void>> begin(StepCommand command) {
        synchronized (steps) {
            var known = steps.putIfAbsent(Attempt.of(command), new CompletableFuture<>());
            if (steps.size() > REMEMBERED) {
                var oldest = steps.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            return Optional.ofNullable(known);
        }
    }

    /** Its result is on Kafka. */
    void answered(StepCommand command) {
        step(command).ifPresent(step -> step.complete(null));
    }

    /** It has no result, or none that reached Kafka: whoever asks again is to be served. */
    void forgotten(StepCommand command) {
        synchronized (steps) {
            Optional.ofNullable(steps.remove(Attempt.of(command)))
                    .ifPresent(step -> step.completeExceptionally(
                            new IllegalStateException("Expected a result on Kafka, but there is none")));
        }
    }

    private Optional<CompletableFuture<Void>> step(StepCommand command) {
        synchronized (steps) {
            return Optional.ofNullable(steps.get(Attempt.of(command)));
        }
    }
}
