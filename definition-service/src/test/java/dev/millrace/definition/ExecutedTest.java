package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static dev.millrace.definition.Client.get;
import static dev.millrace.definition.Client.patch;
import static dev.millrace.definition.Client.post;
import static dev.millrace.definition.Client.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.millrace.messaging.Messages;
import dev.millrace.model.message.ExecutionEvent;
import dev.millrace.model.message.Topics;
import dev.millrace.model.status.ExecutionStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ExecutedTest {
    @Test
    void shouldLockWhatAnExecutedVersionDoesAndNothingElse() {
        // given
        String id = created(document("Ran", false));
        execute(id);
        // then
        patch(id, Map.of("config", Map.of("changed", true)))
                .statusCode(409)
                .body("code", equalTo("version_executed"))
                .body("detail", containsString("revision"))
                .body("errors.pointer", hasItem("/config"));
        patch(id, Map.of("type", "collection", "config", Map.of("mode", 1, "collection", "posts")))
                .statusCode(409);
        patch(id, Map.of("sync", true)).statusCode(409);
        admin().body(Map.of("nodes", List.of(variable("w", "2", null))))
                .put("/api/workflows/" + id + "/graph")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItem("/nodes"));
        // and
        patch(id, Map.of("config", Map.of())).statusCode(200);
        patch(
                        id,
                        Map.of(
                                "title",
                                "Renamed",
                                "description",
                                "d",
                                "options",
                                Map.of("timeout", 1),
                                "categories",
                                List.of("c")))
                .statusCode(200)
                .body("title", equalTo("Renamed"));
        post(id, "enable").statusCode(200).body("enabled", equalTo(true)).body("executed", equalTo(true));
    }

    @Test
    void shouldLetARevisionOfAnExecutedVersionChange() {
        // given
        String id = created(document("Ran too", false));
        execute(id);
        // when
        String revision = post(id, "revisions")
                .statusCode(201)
                .body("executed", equalTo(false))
                .extract()
                .path("id");
        // then
        patch(revision, Map.of("config", Map.of("changed", true))).statusCode(200);
    }

    @Test
    void shouldSetUnreadableEventsAsideAndGoOn() {
        // given
        String id = created(document("After garbage", false));
        try (var producer = TestTypes.producer()) {
            producer.send(new ProducerRecord<>(
                    Topics.DEFAULT.executionEvents(), "garbage", "{".getBytes(StandardCharsets.UTF_8)));
        }
        // when
        execute(id);
        // then
        try (var consumer = new KafkaConsumer<>(
                TestTypes.settings().reader(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.DEFAULT.deadLetters(), 0)));
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                consumer.seekToBeginning(consumer.assignment());
                assertThat(consumer.poll(Duration.ofMillis(500)))
                        .anySatisfy(letter -> assertThat(letter.key()).isEqualTo("garbage"));
            });
        }
    }

    private static void execute(String id) {
        var event = new ExecutionEvent("e-" + id, id, "k", 1, ExecutionStatus.STARTED, null, List.of(), Instant.now());
        try (var producer = TestTypes.producer()) {
            producer.send(Messages.record(Topics.DEFAULT.executionEvents(), event.executionId(), event));
            producer.send(Messages.record(Topics.DEFAULT.executionEvents(), event.executionId(), event));
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> get(id).extract()
                .<Boolean>path("executed"));
    }
}
