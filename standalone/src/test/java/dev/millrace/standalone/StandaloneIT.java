package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static StandaloneProcess standalone;
    private static Shop shop;

    @BeforeAll
    static void start() throws Exception {
        standalone = SharedStandalone.get();
        shop = new Shop(standalone);
    }

    @Test
    void shouldNotOversellWhatFiveHundredOrdersWantAtOnce() throws Exception {
        // given
        long product = shop.product("SCARCE", 100);

        // when
        shop.order(product, 500);

        // then
        await().atMost(PATIENCE).until(() -> shop.orders(product, "new") == 0);
        assertThat(shop.orders(product, "confirmed")).isEqualTo(100);
        assertThat(shop.orders(product, "rejected")).isEqualTo(400);
        assertThat(shop.stock(product)).isZero();
        await().atMost(PATIENCE).until(() -> shop.lines(product) == 100);
    }

    @Test
    void shouldShowEveryJobOfAnOrder() throws Exception {
        // given
        long product = shop.product("SHOWN", 1);

        // when
        shop.order(product, 1);

        // then
        await().atMost(PATIENCE).until(() -> shop.lines(product) == 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var execution = executionOf(product);
            assertThat(execution.path("status").asText()).isEqualTo("RESOLVED");
            assertThat(execution.path("jobs").findValuesAsText("nodeKey"))
                    .containsExactly("taken", "deduct", "enough", "confirm", "line");
        });
    }

    @Test
    void shouldShowWhatAWorkflowHasCalled() throws Exception {
        // given
        standalone.post("/api/workflows", Json.parse("""
                {"title": "Double", "key": "double", "type": "workflow", "nodes": [
                 {"key": "o", "type": "output", "config": {"value": "{{$context.n}}"}, "upstreamKey": null, "branchIndex": null}]}"""));
        var caller = standalone.post("/api/workflows", Json.parse("""
                {"title": "Caller", "type": "manual", "nodes": [
                 {"key": "m", "type": "response-message", "config": {"message": "Called"}, "upstreamKey": null, "branchIndex": null},
                 {"key": "s", "type": "subflow", "config": {"workflow": "double", "context": {"n": 7}},
                  "upstreamKey": "m", "branchIndex": null}]}"""));

        // when
        var execution = standalone
                .post(
                        "/api/workflows/" + caller.body().path("id").asText() + "/execute",
                        Json.parse("{\"context\": {}, \"wait\": 30000}"))
                .body();
        var called = standalone
                .get("/api/executions?parentExecutionId=" + execution.path("id").asText())
                .body()
                .path("items");

        // then
        assertThat(execution.path("status").asText()).isEqualTo("RESOLVED");
        assertThat(execution.at("/messages/0").asText()).isEqualTo("Called");
        assertThat(execution.at("/jobs/1/result").asInt()).isEqualTo(7);
        assertThat(called).hasSize(1);
        assertThat(called.at("/0/key").asText()).isEqualTo("double");
        assertThat(called.at("/0/parentExecutionId").asText())
                .isEqualTo(execution.path("id").asText());
    }

    @Test
    void shouldRefuseRubbishAndGoOn() throws Exception {
        // when
        var broken = standalone.post("/api/workflows", HttpRequest.BodyPublishers.ofString("{\"title\":"));
        var wrong = standalone.post("/api/workflows", Json.parse("""
                {"title": "t", "type": "manual", "nodes": [{"key": "e", "type": "end", "config": {"endStatus": "soon"},
                 "upstreamKey": null, "branchIndex": null}]}"""));
        var unknown = standalone.post("/webhooks/no-such-key", Json.object());

        // then
        assertThat(broken.status()).isEqualTo(400);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/errors/0/pointer").asText()).isEqualTo("/nodes/0/config/endStatus");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void shouldRefuseAHundredMegabytes() throws Exception {
        // when
        var answer = LargeUpload.to(standalone.port(), "/webhooks/any", 100L * 1024 * 1024);

        // then
        assertThat(answer).as("status line").contains("413");
        assertThat(standalone.get("/q/health/live").status()).isEqualTo(200);
    }

    @Test
    void shouldBuryAnUndecodableRecordOnEveryRoadAndGoOn() throws Exception {
        // given
        var poison = "{\"broken".getBytes(StandardCharsets.UTF_8);

        // when
        try (var producer = new KafkaProducer<String, byte[]>(
                Map.of("bootstrap.servers", standalone.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var topic :
                    new String[] {"trigger-events", "step-results", "execution-commands", "step-commands.update"}) {
                producer.send(new ProducerRecord<>("millrace." + topic, "poison", poison))
                        .get(10, TimeUnit.SECONDS);
            }
        }
        long product = shop.product("AFTER-POISON", 1);
        shop.order(product, 1);

        // then
        await().atMost(PATIENCE).until(() -> shop.orders(product, "confirmed") == 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        standalone.get("/api/dead-letters").body().findValuesAsText("topic"))
                .contains(
                        "millrace.trigger-events",
                        "millrace.step-results",
                        "millrace.execution-commands",
                        "millrace.step-commands.update"));
    }

    @Test
    void shouldSayWhichPortIsTaken() throws Exception {
        // when
        var second = standalone.launch("up");

        // then
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(standalone.output())
                .contains("Expected port " + standalone.port() + " to be free, but another program listens there")
                .contains("MILLRACE_PORT");
    }

    @Test
    void shouldSayWhyTheBrokerDoesNotStartAndLeaveNoDatabaseBehind(@TempDir Path folder) throws Exception {
        // given: the data of another broker
        Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(folder.resolve("kafka/meta.properties"), "version=1\nnode.id=7\ncluster.id=other\n");
        var second = StandaloneProcess.on(folder);

        // when
        var ended = second.launch("up");

        // then
        assertThat(ended.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.exitValue()).isEqualTo(1);
        assertThat(second.output())
                .contains("Expected Kafka to run on " + folder.resolve("kafka") + ", but it gave up")
                .contains("Stored node id 7");
        assertThatThrownBy(second::shop).isInstanceOf(SQLException.class).hasMessageContaining("refused");
    }

    private static JsonNode executionOf(long product) throws Exception {
        for (var item :
                standalone.get("/api/executions?workflowKey=inventory").body().path("items")) {
            var execution = standalone
                    .get("/api/executions/" + item.path("id").asText())
                    .body();
            if (execution.at("/context/data/product_id").asLong() == product) {
                return execution;
            }
        }
        return Json.object();
    }
}
