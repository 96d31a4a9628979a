package dev.millrace.worker.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.worker.sdk.NodeHandler;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import dev.millrace.worker.sdk.StopSignal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Runs one command by its handler and turns whatever happens into a result. */
@ApplicationScoped
public class StepRunner {
    private static final Logger LOG = Logger.getLogger(StepRunner.class);

    private final WorkerTypes types;
    private final Secrets secrets;
    private final MeterRegistry meters;
    private final Cancellations cancellations;
    private final Clock clock;

    @Inject
    public StepRunner(WorkerTypes types, Secrets secrets, MeterRegistry meters, Cancellations cancellations) {
        this(types, secrets, meters, cancellations, Clock.systemUTC());
    }

    StepRunner(WorkerTypes types, Secrets secrets, MeterRegistry meters, Cancellations cancellations, Clock clock) {
        this.types = types;
        this.secrets = secrets;
        this.meters = meters;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    /**
     * Empty when the deadline has passed or the step was cancelled: the engine would refuse its result. Never fails.
     *
     * <p>A stage, not a {@code Uni}: under load each operator on the way of a step showed in the profile, with the context
     * that it carries along.
     */
    public CompletionStage<Optional<StepResult>> run(StepCommand command) {
        if (command.deadline() != null && clock.instant().isAfter(command.deadline())) {
            LOG.infof("Job %s came after its deadline %s and is not run", command.jobId(), command.deadline());
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (cancellations.contains(command)) {
            LOG.debugf("Job %s was cancelled before it began", command.jobId());
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var timer = Timer.start(meters);
        return outcome(command).thenApply(outcome -> {
            timer.stop(meters.timer(
                    "millrace.worker.steps",
                    "type",
                    command.type(),
                    "status",
                    outcome.status().name()));
            return Optional.of(result(command, outcome));
        });
    }

    private CompletionStage<Outcome> outcome(StepCommand command) {
        var handler = types.handler(command.type());
        if (handler.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.error(
                    "unknown_node_type",
                    "Expected a worker of type " + command.type() + ", but this one serves " + types.names()));
        }
        var filling = secrets.fill(command.config(), command.secrets());
        return filling instanceof Secrets.Filled filled
                ? handle(handler.get(), command, filled.config())
                : CompletableFuture.completedFuture(
                        Outcome.error("secret_missing", ((Secrets.Missing) filling).message()));
    }

    private CompletionStage<Outcome> handle(NodeHandler handler, StepCommand command, JsonNode config) {
        var running = cancellations.begun(command);
        return begun(handler, step(command, config, running)).handle((outcome, bug) -> {
            cancellations.ended(command, running);
            return bug == null ? outcome : faulty(command, bug instanceof CompletionException ? bug.getCause() : bug);
        });
    }

    private static CompletionStage<Outcome> begun(NodeHandler handler, Step step) {
        try {
            return handler.handle(step);
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private static Outcome faulty(StepCommand command, Throwable bug) {
        LOG.errorf(bug, "Expected job %s of type %s to have an outcome, but it threw", command.jobId(), command.type());
        return Outcome.error("internal_error", "Expected the step to have an outcome, but it threw " + bug);
    }

    private static Step step(StepCommand command, JsonNode config, StopSignal stop) {
        return new Step(
                command.executionId(),
                command.jobId(),
                command.workflowKey(),
                command.nodeKey(),
                command.attempt(),
                config,
                Optional.ofNullable(command.deadline()),
                command.stack(),
                stop);
    }

    private StepResult result(StepCommand command, Outcome outcome) {
        return new StepResult(
                command.executionId(),
                command.jobId(),
                command.attempt(),
                outcome.status(),
                secrets.mask(outcome.result()),
                outcome.errorCode(),
                secrets.mask(outcome.log()));
    }
}
