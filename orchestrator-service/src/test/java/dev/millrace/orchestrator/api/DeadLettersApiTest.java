package dev.millrace.orchestrator.api;

import static dev.millrace.orchestrator.api.Service.TOPICS;
import static dev.millrace.orchestrator.api.Service.as;
import static dev.millrace.orchestrator.api.Service.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.millrace.model.message.DeadLetter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters: listed by a filter, read, sent again, laid aside. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DeadLettersApiTest {
    private static final String ORIGIN = TOPICS.stepCommands("buried");

    /** Stands in the reasons of this test's own letters. */
    private final String mine = UUID.randomUUID().toString();

    @BeforeEach
    void ready() {
        Service.awaitReady();
    }

    private void bury(String topic, String key, String value) {
        var letter = new ProducerRecord<>(
                TOPICS.deadLetters(), null, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        letter.headers()
                .add("traceparent", bytes("00-1-2-01"))
                .add(DeadLetter.TOPIC_HEADER, bytes(topic))
                .add(DeadLetter.PARTITION_HEADER, bytes("3"))
                .add(DeadLetter.OFFSET_HEADER, bytes("7"))
                .add(DeadLetter.REASON_HEADER, bytes("Expected to read it, but MINE " + mine))
                .add(DeadLetter.CONSUMER_HEADER, bytes("test"));
        Service.send(letter);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> keys(String query) {
        return operator()
                .get("/api/dead-letters?reason=mine " + mine + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.key");
    }

    private String onlyId() {
        return operator()
                .get("/api/dead-letters?reason=" + mine)
                .then()
                .extract()
                .path("items[0].id");
    }

    @Test
    void shouldListByTopicAndReasonPageByPage() {
        // given: more than are read at once, between those that are wanted
        bury(ORIGIN, "first", "1");
        for (int i = 0; i < 250; i++) {
            bury("elsewhere", "e" + i, "2");
        }
        bury(ORIGIN, "second", "3");
        bury(ORIGIN, "third", "4");

        // then
        assertThat(keys("&limit=200&topic=" + ORIGIN)).containsExactly("third", "second", "first");
        var keys = new ArrayList<String>();
        String cursor = "";
        do {
            var page = operator()
                    .get("/api/dead-letters?limit=100&reason=" + mine + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            keys.addAll(page.path("items.key"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(keys).hasSize(253).doesNotHaveDuplicates().startsWith("third", "second", "e249");
    }

    @Test
    void shouldReadALetterWithItsHeaders() {
        // given
        bury(ORIGIN, "k", "x".repeat(20_000));
        var id = onlyId();
        // then
        operator()
                .get("/api/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body("topic", equalTo(ORIGIN))
                .body("partition", equalTo("3"))
                .body("offset", equalTo("7"))
                .body("value.length()", equalTo(20_000))
                .body("size", equalTo(20_000))
                .body("headers", equalTo(Map.of("traceparent", "00-1-2-01")))
                .body("state", equalTo("OPEN"))
                .body("handledBy", nullValue());
        operator().get("/api/dead-letters?reason=" + mine).then().body("items[0].value.length()", equalTo(16_384));
        operator().get("/api/dead-letters/0-999999").then().statusCode(404);
        operator().get("/api/dead-letters/any").then().statusCode(404);
    }

    @Test
    void shouldSendALetterOnceToWhereItCameFrom() {
        // given
        bury(ORIGIN, mine, "{}");
        var id = onlyId();

        // when: two ask for it at the same moment
        List<CompletableFuture<Integer>> asked = List.of(replay(id), replay(id));

        // then
        assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        var sent = Service.records(ORIGIN).stream()
                .filter(record -> mine.equals(record.key()))
                .toList();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).value()).isEqualTo(bytes("{}"));
        assertThat(header(sent.get(0), "traceparent")).isEqualTo("00-1-2-01");
        assertThat(header(sent.get(0), DeadLetter.REPLAY_HEADER)).isEqualTo(id);
        assertThat(sent.get(0).headers().lastHeader(DeadLetter.REASON_HEADER)).isNull();
        operator()
                .get("/api/dead-letters/" + id)
                .then()
                .body("state", equalTo("REPLAYED"))
                .body("handledBy", equalTo("olga"))
                .body("handledAt", notNullValue());
        assertThat(keys("")).isEmpty();
        assertThat(keys("&state=replayed")).containsExactly(mine);
    }

    @Test
    void shouldLayALetterAside() {
        // given
        bury(ORIGIN, "k", "{}");
        var id = onlyId();
        // when
        operator().delete("/api/dead-letters/" + id).then().statusCode(204);
        // then
        assertThat(keys("")).isEmpty();
        assertThat(keys("&state=discarded")).containsExactly("k");
        assertThat(keys("&state=all")).containsExactly("k");
        operator()
                .post("/api/dead-letters/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("already_handled"));
        operator().delete("/api/dead-letters/" + id).then().statusCode(409);
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        bury(ORIGIN, "k", null);
        operator()
                .post("/api/dead-letters/" + onlyId() + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing_to_replay"));
        assertThat(keys("")).containsExactly("k");
        operator().post("/api/dead-letters/0-999999/replay").then().statusCode(404);
        as("dora", "designer").delete("/api/dead-letters/0-0").then().statusCode(403);
        operator().get("/api/dead-letters?state=lost").then().statusCode(400).body("code", equalTo("state"));
        operator().get("/api/dead-letters?cursor=x").then().statusCode(400).body("code", equalTo("cursor"));
    }

    private static CompletableFuture<Integer> replay(String id) {
        return CompletableFuture.supplyAsync(
                () -> operator().post("/api/dead-letters/" + id + "/replay").statusCode());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
