package dev.millrace.orchestrator.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.millrace.messaging.KafkaSettings;
import dev.millrace.messaging.Messages;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.CatalogueEntry;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.StepCancellation;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.message.Topics;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.Workflows;
import dev.millrace.testing.TestInfrastructure;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;

/** The rest of the world around the service: publishes workflows, fires events, plays the worker, calls the API. */
final class Service {
    static final String WORK = "work";
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    static final Topics TOPICS = new Topics(Infrastructure.PREFIX);
    private static final KafkaSettings KAFKA =
            new KafkaSettings(TestInfrastructure.kafka().bootstrapServers());
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(KAFKA.producer(), new StringSerializer(), new ByteArraySerializer());
    private static final SplittableRandom RANDOM = new SplittableRandom();

    private static boolean ready;

    private Service() {}

    static void awaitReady() {
        if (ready) {
            return;
        }
        soon().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        announce(WORK, false);
        ready = true;
    }

    static void announce(String type, boolean testable) {
        var entry = CatalogueEntry.of(
                new NodeTypeDescriptor(type, type, "extended", null, null, null, null, testable, true, null, null));
        send(Messages.record(TOPICS.nodeTypes(), entry.recordKey(), entry));
    }

    /** @return key of the workflow, which nobody else uses */
    static String publish(Workflows workflow) {
        awaitReady();
        var drawn = workflow.graph().version();
        var key = "wf-" + UUID.randomUUID();
        var version = new WorkflowVersion(key, key, 1, true, true, false, drawn.document());
        send(Messages.record(TOPICS.workflowDefinitions(), key, version));
        return key;
    }

    /** @return id of the execution, which has begun */
    static String start(String workflow, String context) {
        return start(workflow, null, context);
    }

    static String start(String workflow, String eventKey, String context) {
        var id = ExecutionIds.random(Instant.now(), RANDOM);
        send(Messages.record(
                TOPICS.triggerEvents(),
                id,
                new TriggerEvent(
                        id,
                        workflow,
                        workflow,
                        eventKey,
                        Workflows.json(context),
                        List.of(),
                        null,
                        null,
                        Instant.now())));
        soon().until(() -> operator().get("/api/executions/" + id).statusCode() == 200);
        return id;
    }

    static StepCommand command(String executionId, String nodeKey, int attempt) {
        var found = new ArrayList<StepCommand>();
        soon().until(() -> {
            records(TOPICS.stepCommands(WORK)).stream()
                    .map(record -> Messages.decode(record, StepCommand.class))
                    .filter(command -> command.executionId().equals(executionId)
                            && command.nodeKey().equals(nodeKey)
                            && command.attempt() == attempt)
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    static long commands(String executionId) {
        return records(TOPICS.stepCommands(WORK)).stream()
                .filter(record -> record.key().equals(executionId))
                .count();
    }

    static List<StepCancellation> cancellations(String executionId) {
        return records(TOPICS.stepCancellations()).stream()
                .map(record -> Messages.decode(record, StepCancellation.class))
                .filter(cancellation -> cancellation.executionId().equals(executionId))
                .toList();
    }

    /** Plays the worker: ends the newest attempt that was asked for. */
    static void end(String executionId, String nodeKey, int attempt, JobStatus status) {
        var command = command(executionId, nodeKey, attempt);
        var result = new StepResult(
                executionId,
                command.jobId(),
                attempt,
                status,
                Json.object().put("attempt", attempt),
                "work_failed",
                null);
        send(Messages.record(TOPICS.stepResults(), executionId, result));
    }

    static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return TestInfrastructure.kafka().records(topic);
    }

    /** Waits for what must come, and looks often. */
    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(LOOK).atMost(PATIENCE);
    }

    static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(Infrastructure.token(user, roles)).contentType(ContentType.JSON);
    }

    static RequestSpecification operator() {
        return as("olga", "operator");
    }

    static ValidatableResponse post(String path, String body) {
        return operator().body(Workflows.json(body).toString()).post(path).then();
    }

    static ValidatableResponse steer(String executionId, String action) {
        return post("/api/executions/" + executionId + "/" + action, "{}");
    }

    static JsonPath execution(String id) {
        return operator()
                .get("/api/executions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath awaitStatus(String id, String status) {
        soon().until(() -> execution(id).getString("status"), status::equals);
        return execution(id);
    }
}
