package dev.millrace.trigger.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.trigger.Infrastructure;
import dev.millrace.trigger.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WebhookTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    World world;

    @TestHTTPResource
    URI base;

    private String key;

    @BeforeEach
    void newKey() {
        key = "hook-" + NUMBER.incrementAndGet();
        world.replying(event -> Optional.empty());
    }

    @Test
    void shouldAcknowledgeAnAsynchronousCallWithTheWholeContext() {
        // given
        world.enable(key, "webhook", false, "{}", "{}");

        // when
        String id = given().contentType("application/json")
                .header("X-Mine", "yes")
                .header("Authorization", "Bearer of-somebody-else")
                .header("Cookie", "secret=1")
                .body("{\"a\": [1, \"x\"]}")
                .post("/webhooks/" + key + "?one=1&two=1&two=2")
                .then()
                .statusCode(200)
                .extract()
                .path("executionId");

        // then
        await().until(() -> world.events(key).size() == 1);
        var event = world.events(key).get(0);
        assertThat(event.executionId()).isEqualTo(id);
        assertThat(event.workflowId()).isEqualTo(key + "-1");
        assertThat(event.context().get("body")).isEqualTo(Json.parse("{\"a\": [1, \"x\"]}"));
        assertThat(event.context().get("query")).isEqualTo(Json.parse("{\"one\": \"1\", \"two\": [\"1\", \"2\"]}"));
        assertThat(event.context().get("headers").get("x-mine").asText()).isEqualTo("yes");
        assertThat(event.context().get("headers").has("authorization")).isFalse();
        assertThat(event.context().get("headers").has("cookie")).isFalse();
        assertThat(event.replyTo()).isNull();
    }

    @Test
    void shouldTakeFormsAndTexts() {
        // given
        world.enable(key, "webhook", false, "{}", "{}");

        // when
        post("application/x-www-form-urlencoded", "a=1&b=x+y&b=%C3%BC", 200);
        post("text/plain;charset=ISO-8859-1", "plain", 200);
        given().post("/webhooks/" + key).then().statusCode(200);

        // then
        await().until(() -> world.events(key).size() == 3);
        assertThat(world.events(key))
                .extracting(event -> event.context().get("body"))
                .containsExactlyInAnyOrder(
                        Json.parse("{\"a\": \"1\", \"b\": [\"x y\", \"ü\"]}"),
                        Json.parse("\"plain\""),
                        Json.parse("null"));
    }

    @Test
    void shouldRefuseWhatCannotBeServed() {
        // given
        world.enable(key, "webhook", false, "{}", "{}");
        world.put(key + "-off", "webhook", false, "{}", "{}", false);
        world.enable(key + "-manual", "manual", false, "{}", "{}");

        // then
        post("application/json", "{\"a\":", 400);
        post("application/json", "{} {}", 400);
        post("application/xml", "<a/>", 415);
        for (String other : new String[] {key + "-off", key + "-manual", "nosuch"}) {
            given().contentType("application/json")
                    .body("{}")
                    .post("/webhooks/" + other)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unknown_webhook"));
        }
        assertThat(world.events(key)).isEmpty();
    }

    @Test
    void shouldRefuseALargeBodyBeforeItIsSent() throws IOException {
        // given
        world.enable(key, "webhook", false, "{}", "{}");

        // when: a hundred megabytes are announced and none is sent
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /webhooks/" + key
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 104857600\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // then
            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "body_too_large");
        }
    }

    @Test
    void shouldRefuseALargeBodyOfUnknownLength() throws Exception {
        // given
        world.enable(key, "webhook", false, "{}", "{}");
        byte[] chunk = new byte[60_000];

        // when
        var chunks = IntStream.range(0, 2).mapToObj(i -> chunk).toList();
        var request = HttpRequest.newBuilder(base.resolve("/webhooks/" + key))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(chunks))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        // then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body_too_large");
    }

    @Test
    void shouldNameARepeatTheSame() {
        // given
        world.enable(key, "webhook", false, "{}", "{}");

        // when
        IntStream.range(0, 2)
                .forEach(i -> given().header("Idempotency-Key", "k1").post("/webhooks/" + key));

        // then
        await().until(() -> world.events(key).size() == 2);
        assertThat(world.events(key)).extracting(TriggerEvent::eventKey).containsOnly("k1");
        assertThat(world.events(key).stream().map(TriggerEvent::executionId).distinct())
                .hasSize(1);
    }

    @Test
    void shouldAnswerWithTheResponseNode() {
        // given
        world.enable(key, "webhook", true, "{}", "{}");
        world.replying(event -> Optional.of(reply(
                event,
                ExecutionStatus.RESOLVED,
                null,
                new Reply.Response(
                        201, Map.of("X-Made", "yes\r\nX-Evil: 1", "Content-Length", "3"), Json.parse("{\"b\": 2}")))));

        // then
        given().contentType("application/json")
                .body("{}")
                .post("/webhooks/" + key)
                .then()
                .statusCode(201)
                .header("X-Made", equalTo("yes  X-Evil: 1"))
                .body("b", equalTo(2));
    }

    @Test
    void shouldAnswerATextOfTheResponseNodeAsItIs() {
        // given
        world.enable(key, "webhook", true, "{}", "{}");
        world.replying(event -> Optional.of(reply(
                event,
                ExecutionStatus.RESOLVED,
                null,
                new Reply.Response(200, Map.of("content-type", "text/html"), Json.parse("\"<b>hi</b>\"")))));

        // when
        var answer = given().post("/webhooks/" + key);

        // then
        assertThat(answer.body().asString()).isEqualTo("<b>hi</b>");
        assertThat(answer.headers().getValues("Content-Type"))
                .hasSize(1)
                .allMatch(type -> type.startsWith("text/html"));
    }

    @Test
    void shouldAnswerWithTheOutcome() {
        // given
        world.enable(key, "webhook", true, "{}", "{}");

        // then
        world.replying(event -> Optional.of(reply(event, ExecutionStatus.RESOLVED, null, null)));
        given().post("/webhooks/" + key).then().statusCode(200).body("made", equalTo(1));
        world.replying(event -> Optional.of(reply(event, ExecutionStatus.FAILED, null, null)));
        given().post("/webhooks/" + key).then().statusCode(500).body("executionId", notNullValue());
        world.replying(event ->
                Optional.of(reply(event, ExecutionStatus.ABORTED, EndReason.of(EndReason.TIMEOUT, null), null)));
        given().post("/webhooks/" + key).then().statusCode(408).contentType("application/problem+json");
    }

    @Test
    void shouldAnswerWithWhatTheWorkflowHasToSay() {
        // given
        world.enable(key, "webhook", true, "{}", "{}");

        // then
        world.replying(event -> Optional.of(saying(event, ExecutionStatus.RESOLVED)));
        given().post("/webhooks/" + key)
                .then()
                .statusCode(200)
                .body("messages.message", contains("Only 1 left", "Ask sales"));
        world.replying(event -> Optional.of(saying(event, ExecutionStatus.FAILED)));
        given().post("/webhooks/" + key)
                .then()
                .statusCode(500)
                .body("errors.detail", contains("Only 1 left", "Ask sales"));
    }

    private static Reply saying(TriggerEvent event, ExecutionStatus status) {
        return new Reply(
                event.replyTo().address(),
                event.replyTo().correlationId(),
                event.executionId(),
                status,
                null,
                null,
                null,
                null,
                List.of("Only 1 left", "Ask sales"));
    }

    @Test
    void shouldNotWaitForEver() {
        // given
        world.enable(key, "webhook", true, "{}", "{\"timeout\": 300}");

        // when
        long start = System.nanoTime();
        given().post("/webhooks/" + key)
                .then()
                .statusCode(408)
                .body("code", equalTo("timeout"))
                .body("executionId", notNullValue());

        // then
        assertThat(System.nanoTime() - start).isBetween(300_000_000L, 2_000_000_000L);
    }

    private void post(String type, String body, int status) {
        given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post("/webhooks/" + key)
                .then()
                .statusCode(status);
    }

    private static Reply reply(TriggerEvent event, ExecutionStatus status, EndReason reason, Reply.Response response) {
        return new Reply(
                event.replyTo().address(),
                event.replyTo().correlationId(),
                event.executionId(),
                status,
                reason,
                Json.parse("{\"made\": 1}"),
                response,
                null);
    }
}
