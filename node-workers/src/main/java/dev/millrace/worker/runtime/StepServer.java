package dev.millrace.worker.runtime;

import dev.millrace.messaging.Messages;
import dev.millrace.messaging.UndecodableRecordException;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * Serves the commands of all types of this process, a bounded number at a time. A command is acknowledged when its result
 * is on Kafka: the outgoing message carries the incoming one's acknowledgement.
 */
@ApplicationScoped
public class StepServer {
    private final StepRunner runner;
    private final KnownSteps known;
    private final ResultPayload payload;
    private final WorkerKafka kafka;
    private final int concurrency;

    @Inject
    public StepServer(
            StepRunner runner,
            KnownSteps known,
            ResultPayload payload,
            WorkerKafka kafka,
            @ConfigProperty(name = "millrace.worker.concurrency", defaultValue = "256") int concurrency) {
        this.runner = runner;
        this.known = known;
        this.payload = payload;
        this.kafka = kafka;
        this.concurrency = concurrency;
    }

    @Incoming("step-commands")
    @Outgoing("step-results")
    public Multi<Message<byte[]>> serve(Multi<Message<byte[]>> commands) {
        return commands.onItem()
                .transformToUni(message -> Uni.createFrom().completionStage(() -> serveOne(message)))
                .merge(concurrency);
    }

    /** Null, which no message follows, for a command that has no answer. */
    private CompletionStage<Message<byte[]>> serveOne(Message<byte[]> message) {
        var record = original(message);
        try {
            return serveOnce(message, Messages.decode(record, StepCommand.class));
        } catch (UndecodableRecordException e) {
            return kafka.bury(record, e.getMessage()).thenCompose(buried -> acknowledged(message));
        }
    }

    private CompletionStage<Message<byte[]>> serveOnce(Message<byte[]> message, StepCommand command) {
        var begun = known.begin(command);
        if (begun.isPresent()) {
            return begun.get()
                    .handle((done, lost) -> lost == null ? acknowledged(message) : serveOnce(message, command))
                    .thenCompose(Function.identity());
        }
        return runner.run(command).thenCompose(result -> {
            if (result.isPresent()) {
                return CompletableFuture.completedStage(answer(message, command, result.get()));
            }
            known.forgotten(command);
            return acknowledged(message);
        });
    }

    private Message<byte[]> answer(Message<byte[]> message, StepCommand command, StepResult result) {
        var headers = Messages.stamp(new RecordHeaders());
        var trace = original(message).headers().lastHeader(Topics.TRACE_HEADER);
        if (trace != null) {
            headers.add(trace);
        }
        return message.withPayload(payload.of(result))
                .withAck(() -> {
                    known.answered(command);
                    return message.ack();
                })
                .withNack(reason -> {
                    known.forgotten(command);
                    return message.nack(reason);
                })
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(result.executionId())
                        .withHeaders(headers)
                        .build());
    }

    private static CompletionStage<Message<byte[]>> acknowledged(Message<byte[]> message) {
        return message.ack().thenApply(done -> null);
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> original(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("Expected a record of Kafka, but the message has none"))
                .getRecord();
    }
}
