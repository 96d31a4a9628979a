package dev.millrace.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.model.status.JobStatus;
import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that nobody waits for any more, on a real broker. */
@QuarkusTest
@QuarkusTestResource(LocalKafka.class)
class CancellationsTest {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Cancellations cancellations;

    private final KafkaSettings settings =
            new KafkaSettings(TestInfrastructure.kafka().bootstrapServers());
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void shouldNotBeginWhatWasCancelled() {
        // given
        var echo = Json.object().put("do", "echo");
        var cancelled = command("probe", UUID.randomUUID().toString(), 1, echo);
        cancel(cancelled);
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> cancellations.contains(cancelled));

        // when: the same execution, so that both come one after the other
        var next = command("probe", cancelled.executionId(), 2, echo);
        send(cancelled);
        send(next);

        // then: a later attempt is another matter
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> !results(next)
                .isEmpty());
        assertThat(results(next)).extracting(StepResult::attempt).containsExactly(2);
    }

    @Test
    void shouldStopARequestUnderWay() throws IOException {
        // given: a service that never answers
        try (var service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var connected = new CompletableFuture<Socket>();
            var closed = new CompletableFuture<Integer>();
            CompletableFuture.runAsync(() -> serve(service, connected, closed));
            var config = Json.object()
                    .put("method", "GET")
                    .put("url", "http://127.0.0.1:" + service.getLocalPort() + "/slow")
                    .put("timeout", 60_000);
            var command = command("request", UUID.randomUUID().toString(), 1, config);
            send(command);
            await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(connected::isDone);

            // when
            cancel(command);

            // then
            await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(closed::isDone);
            await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> !results(command)
                    .isEmpty());
            assertThat(results(command)).singleElement().satisfies(result -> {
                assertThat(result.status()).isEqualTo(JobStatus.FAILED);
                assertThat(result.errorCode()).isEqualTo("stopped");
            });
        }
    }

    /** Reads until the other side goes. */
    private static void serve(
            ServerSocket service, CompletableFuture<Socket> connected, CompletableFuture<Integer> closed) {
        try (var socket = service.accept()) {
            var in = socket.getInputStream();
            in.read();
            connected.complete(socket);
            while (in.read() >= 0) {
                // the rest of the request
            }
            closed.complete(0);
        } catch (IOException reset) {
            closed.complete(1);
        }
    }

    private static StepCommand command(String type, String execution, int attempt, JsonNode config) {
        return new StepCommand(
                execution, execution + ".1", "wf", "n", type, attempt, config, List.of(), null, List.of("wf"), false);
    }

    private void send(StepCommand command) {
        producer.send(Messages.record(TOPICS.stepCommands(command.type()), command.executionId(), command));
    }

    private void cancel(StepCommand command) {
        var cancellation =
                new StepCancellation(command.executionId(), command.jobId(), command.type(), command.attempt());
        producer.send(Messages.record(TOPICS.stepCancellations(), command.jobId(), cancellation));
    }

    private static List<StepResult> results(StepCommand command) {
        return TestInfrastructure.kafka().records(TOPICS.stepResults()).stream()
                .map(record -> Messages.decode(record, StepResult.class))
                .filter(result -> result.jobId().equals(command.jobId()))
                .toList();
    }
}
