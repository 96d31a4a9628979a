package dev.millrace.worker.runtime;

import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Serves the commands of all types of this process, a bounded number at a time. A command counts as served when its result
 * is on Kafka.
 */
@ApplicationScoped
public class StepServer {
    private final Vertx vertx;
    private final StepRunner runner;
    private final KnownSteps known;
    private final ResultPayload payload;
    private final WorkerKafka kafka;
    private final int concurrency;

    @Inject
    public StepServer(
            Vertx vertx,
            StepRunner runner,
            KnownSteps known,
            ResultPayload payload,
            WorkerKafka kafka,
            @ConfigProperty(name = "millrace.worker.concurrency", defaultValue = "256") int concurrency) {
        this.vertx = vertx;
        this.runner = runner;
        this.known = known;
        this.payload = payload;
        this.kafka = kafka;
        this.concurrency = concurrency;
    }

    @Incoming("step-commands")
    public Flow.Subscriber<Message<?>> serve() {
        return new StepQueue(vertx, concurrency, this::serve);
    }

    private CompletionStage<Void> serve(ConsumerRecord<String, byte[]> record) {
        try {
            return serveOnce(record, Messages.decode(record, StepCommand.class));
        } catch (UndecodableRecordException e) {
            return kafka.bury(record, e.getMessage());
        }
    }

    private CompletionStage<Void> serveOnce(ConsumerRecord<String, byte[]> record, StepCommand command) {
        var begun = known.begin(command);
        if (begun.isPresent()) {
            return begun.get()
                    .handle((done, lost) ->
                            lost == null ? CompletableFuture.<Void>completedStage(null) : serveOnce(record, command))
                    .thenCompose(Function.identity());
        }
        return runner.run(command).thenCompose(result -> {
            if (result.isPresent()) {
                return answer(record, command, result.get());
            }
            known.forgotten(command);
            return CompletableFuture.completedStage(null);
        });
    }

    private CompletionStage<Void> answer(
            ConsumerRecord<String, byte[]> record, StepCommand command, StepResult result) {
        return kafka.answer(result.executionId(), payload.of(result), headers(record))
                .whenComplete((sent, failure) -> {
                    if (failure == null) {
                        known.answered(command);
                    } else {
                        known.forgotten(command);
                    }
                });
    }

    private static Headers headers(ConsumerRecord<String, byte[]> command) {
        var headers = Messages.stamp(new RecordHeaders());
        var trace = command.headers().lastHeader(Topics.TRACE_HEADER);
        if (trace != null) {
            headers.add(trace);
        }
        return headers;
    }
}
