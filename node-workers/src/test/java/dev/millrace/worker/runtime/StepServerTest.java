package dev.millrace.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.DeadLetter;
import dev.millrace.model.message.SecretReference;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.model.status.JobStatus;
import dev.millrace.testing.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalKafka.class)
class StepServerTest {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    @Inject
    ProbeNode probe;

    private final KafkaSettings settings =
            new KafkaSettings(TestInfrastructure.kafka().bootstrapServers());
    private final Map<String, ConsumerRecord<String, byte[]>> seen = new ConcurrentHashMap<>();
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
    void shouldAnnounceItsTypesAndAnswerACommand() {
        // given
        var config =
                Json.object().put("do", "echo").put("kept", "{{$env.TOKEN}}").putNull("secret");
        var secret = new SecretReference("/secret", List.of(SecretReference.Part.env("TOKEN")));

        // when
        var command = command(config, List.of(secret), null);
        send(command);

        // then
        var result = resultOf(command);
        assertThat(result.status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(result.attempt()).isEqualTo(1);
        assertThat(result.result().at("/config/kept").textValue()).isEqualTo("{{$env.TOKEN}}");
        assertThat(result.result().at("/config/secret").textValue())
                .as("the secret was there, and is masked on its way out")
                .isEqualTo("******");
        assertThat(records(TOPICS.nodeTypes()))
                .extracting(
                        record -> Messages.decode(record, CatalogueEntry.class).recordKey())
                .contains("probe", "request");
    }

    @Test
    void shouldTurnABugAndATooLargeResultIntoErrors() {
        // when
        var faulty = command(Json.object().put("do", "throw"), List.of(), null);
        var huge = command(Json.object().put("do", "huge"), List.of(), null);
        send(faulty);
        send(huge);

        // then
        assertThat(resultOf(faulty).status()).isEqualTo(JobStatus.ERROR);
        assertThat(resultOf(faulty).errorCode()).isEqualTo("internal_error");
        assertThat(resultOf(huge).errorCode()).isEqualTo("payload_too_large");
    }

    @Test
    void shouldNotRunWhatNobodyWaitsForAnyMore() {
        // when
        var late = command(
                Json.object().put("do", "echo"), List.of(), Instant.now().minusSeconds(1));
        var next = command(
                Json.object().put("do", "echo"), List.of(), Instant.now().plusSeconds(60));
        send(late);
        send(next);

        // then
        assertThat(resultOf(next).status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(seen).doesNotContainKey(late.jobId());
    }

    @Test
    void shouldBuryPoisonAndServeWhatComesAfter() {
        // given
        var key = UUID.randomUUID().toString();

        // when
        producer.send(
                new ProducerRecord<>(TOPICS.stepCommands("probe"), key, "{\"broken".getBytes(StandardCharsets.UTF_8)));
        var next = command(Json.object().put("do", "echo"), List.of(), null);
        send(next);

        // then
        assertThat(resultOf(next).status()).isEqualTo(JobStatus.RESOLVED);
        soon().untilAsserted(() -> assertThat(records(TOPICS.deadLetters()))
                .filteredOn(letter -> key.equals(letter.key()))
                .singleElement()
                .satisfies(letter ->
                        assertThat(header(letter, DeadLetter.REASON_HEADER)).startsWith("Expected a StepCommand")));
    }

    @Test
    void shouldRunABoundedNumberAtATime() {
        // given more commands than may run at once
        var commands = new ArrayList<StepCommand>();
        for (int i = 0; i < 100; i++) {
            commands.add(command(Json.object().put("do", "wait"), List.of(), null));
        }

        // when
        commands.forEach(this::send);

        // then
        soon().until(() -> probe.running() == 64);
        probe.openGate();
        commands.forEach(command -> assertThat(resultOf(command).status()).isEqualTo(JobStatus.RESOLVED));
        assertThat(probe.mostRunning()).isLessThanOrEqualTo(64);
    }

    @Test
    void shouldAnswerOnceTheBrokerIsBackAndRunNothingTwice() throws Exception {
        // given: a step under way that is asked for again
        var command = command(Json.object().put("do", "hold"), List.of(), null);
        send(command);
        send(command);
        producer.flush();
        soon().until(() -> probe.timesHeld(command.jobId()) > 0);
        var next = command(Json.object().put("do", "echo"), List.of(), null);

        // when
        TestInfrastructure.whileKafkaIsAway(probe::release);
        send(next);

        // then
        assertThat(resultOf(command).status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(resultOf(next).status()).isEqualTo(JobStatus.RESOLVED);

        // when: it is asked for once more, after it was answered
        send(command);
        var last = command(Json.object().put("do", "echo"), List.of(), null, command.executionId());
        send(last);

        // then: the later one of the same partition is answered
        assertThat(resultOf(last).status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(probe.timesHeld(command.jobId())).isEqualTo(1);
    }

    private static StepCommand command(JsonNode config, List<SecretReference> secrets, Instant deadline) {
        return command(config, secrets, deadline, UUID.randomUUID().toString());
    }

    private static StepCommand command(
            JsonNode config, List<SecretReference> secrets, Instant deadline, String execution) {
        return new StepCommand(
                execution,
                execution + "." + UUID.randomUUID(),
                "wf",
                "n",
                "probe",
                1,
                config,
                secrets,
                deadline,
                List.of("wf"),
                false);
    }

    private void send(StepCommand command) {
        producer.send(Messages.record(TOPICS.stepCommands("probe"), command.executionId(), command));
    }

    private StepResult resultOf(StepCommand command) {
        if (!seen.containsKey(command.jobId())) {
            soon().until(() -> {
                readResults();
                return seen.containsKey(command.jobId());
            });
        }
        return Messages.decode(seen.get(command.jobId()), StepResult.class);
    }

    private void readResults() {
        records(TOPICS.stepResults())
                .forEach(record ->
                        seen.put(Messages.decode(record, StepResult.class).jobId(), record));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return TestInfrastructure.kafka().records(topic);
    }

    /** Waits for what must come, and looks often. */
    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(LOOK).atMost(PATIENCE);
    }
}
