package dev.millrace.orchestrator.api.nodetest;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.variable.Resolved;
import dev.millrace.orchestrator.host.HostBean;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Has a worker run one step that belongs to no execution, and waits for its result. The worker sees a step like any other, so
 * every worker that speaks the protocol can be tested. The host finds no execution for the result and passes over it.
 */
final class WorkerTrial {
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration KAFKA_ANSWERS = Duration.ofSeconds(10);
    private static final String NOBODY = "test";
    private static final int FIRST_ATTEMPT = 1;

    private final HostBean host;

    WorkerTrial(HostBean host) {
        this.host = host;
    }

    /**
     * The result; empty when nobody answered in time. Blocks.
     *
     * @throws KafkaException when Kafka does not answer
     */
    Optional<StepResult> run(String type, Resolved config, Duration patience) {
        var now = Instant.now();
        var id = ExecutionIds.random(now, RANDOM);
        var command = new StepCommand(
                id,
                id + ".1",
                NOBODY,
                NOBODY,
                type,
                FIRST_ATTEMPT,
                config.value(),
                config.secrets(),
                now.plus(patience),
                List.of(),
                true);
        var results = new KafkaConsumer<>(host.kafka().reader(), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            seekToNow(results);
            host.outbox().send(List.of(Messages.record(host.topics().stepCommands(type), id, command)));
            var answer = await(results, id, now.plus(patience));
            if (answer.isEmpty()) {
                callOff(command);
            }
            return answer;
        } finally {
            // Without waiting for a fetch under way, which may take half a second.
            results.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void seekToNow(Consumer<String, byte[]> results) {
        var topic = host.topics().stepResults();
        var partitions = results.partitionsFor(topic, KAFKA_ANSWERS).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        results.assign(partitions);
        results.seekToEnd(partitions);
        // Seeking is lazy: asking for the position makes "now" now.
        partitions.forEach(partition -> results.position(partition, KAFKA_ANSWERS));
    }

    private static Optional<StepResult> await(Consumer<String, byte[]> results, String id, Instant until) {
        while (Instant.now().isBefore(until)) {
            for (var record : results.poll(POLL)) {
                if (id.equals(record.key())) {
                    return Optional.of(Messages.decode(record, StepResult.class));
                }
            }
        }
        return Optional.empty();
    }

    private void callOff(StepCommand command) {
        var cancellation =
                new StepCancellation(command.executionId(), command.jobId(), command.type(), command.attempt());
        host.outbox().send(List.of(Messages.record(host.topics().stepCancellations(), command.jobId(), cancellation)));
    }
}
