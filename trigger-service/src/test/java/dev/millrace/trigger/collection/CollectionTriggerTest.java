package dev.millrace.trigger.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.CollectionName;
import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.Records.Selection;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.DeadLetter;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.trigger.Infrastructure;
import dev.millrace.trigger.World;
import dev.millrace.trigger.collection.capture.CaptureState.Phase;
import dev.millrace.trigger.kafka.TriggerKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CollectionTriggerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    World world;

    @Inject
    CollectionTriggers triggers;

    @Inject
    DataSources dataSources;

    @Inject
    TriggerKafka kafka;

    private String table;

    @BeforeEach
    void waitForCapture() {
        table = "posts" + NUMBER.incrementAndGet();
        await().atMost(SOON).until(() -> triggers.states().get("shop").phase() == Phase.RUNNING);
    }

    @Test
    void shouldFireOncePerChangeOfATableThatWasMadeLater() {
        // given
        world.sql("create table " + table + " (id int primary key, title text)");
        world.sql("alter table " + table + " replica identity full");
        workflow("created", 1, "");
        workflow("updated", 2, "");
        workflow("both", 3, "");
        workflow("deleted", 4, "");

        // when
        world.sql("insert into " + table + " values (1, 'a'), (2, 'b')");
        world.sql("update " + table + " set title = 'c' where id = 2", "delete from " + table + " where id = 1");

        // then
        eventually(() -> {
            assertThat(world.data(key("created"))).hasSize(2);
            assertThat(world.data(key("updated"))).containsExactly(Json.parse("{\"id\": 2, \"title\": \"c\"}"));
            assertThat(world.data(key("both"))).hasSize(3);
            assertThat(world.data(key("deleted"))).containsExactly(Json.parse("{\"id\": 1, \"title\": \"a\"}"));
        });
    }

    @Test
    void shouldShowRowsAsTheDataNodesDo() {
        // given
        world.sql("create table " + table + " (id bigint primary key, n numeric, f float8, b bool, at timestamptz, wall"
                + " timestamp, d date, t time, j jsonb, u uuid, raw bytea, tags text[], big"
                + " bigint, nothing text)");
        workflow("created", 1, "");

        // when
        world.sql(
                "insert into " + table + " values (7, 12.50, 2.0, true, '2023-01-01 10:00:00.5+02', '2023-01-01 10:00',"
                        + " '2023-01-02', '10:11:12', '{\"a\": [1]}', '" + new UUID(1, 2)
                        + "', '\\x0102', '{x,y}', 9007199254740995, null)");

        // then
        eventually(() -> assertThat(world.data(key("created"))).hasSize(1));
        var stored = find();
        assertThat(Json.text(world.data(key("created")).get(0))).isEqualTo(Json.text(stored));
    }

    @Test
    void shouldCompareChangedFields() {
        // given
        world.sql("create table " + table + " (id int primary key, title text, n numeric)");
        world.sql("alter table " + table + " replica identity full");
        workflow("changed", 2, ", \"changed\": [\"title\"]");
        workflow("all", 2, "");

        // when
        world.sql("insert into " + table + " values (1, 'a', 1)");
        world.sql(
                "update " + table + " set n = 2",
                "update " + table + " set title = 'b'",
                "update " + table + " set title = 'b'");

        // then
        eventually(() -> assertThat(world.events(key("all"))).hasSize(3));
        assertThat(world.data(key("changed")))
                .extracting(row -> row.get("title").asText())
                .containsExactly("b");
    }

    @Test
    void shouldCheckTheConditionOnTheStoredRecordAndLoadAssociations() {
        // given
        world.sql(
                "create table cats_" + table + " (id int primary key, name text)",
                "create table " + table + " (id int primary key, n int, cat_id int references cats_" + table + ")",
                "insert into cats_" + table + " values (5, 'tools')");
        workflow("condition", 1, ", \"condition\": {\"$and\": [{\"n\": {\"$gt\": 5}}]}, \"appends\": [\"cat\"]");
        workflow("empty", 1, ", \"condition\": {\"$and\": [{}]}");
        workflow("broken", 1, ", \"condition\": {\"nosuch\": 1}");

        // when
        world.sql("insert into " + table + " values (1, 1, 5), (2, 9, 5)");

        // then
        eventually(() -> assertThat(world.events(key("empty"))).hasSize(2));
        assertThat(world.data(key("condition")))
                .containsExactly(
                        Json.parse("{\"id\": 2, \"n\": 9, \"cat_id\": 5, \"cat\": {\"id\": 5, \"name\": \"tools\"}}"));
        assertThat(world.events(key("broken"))).isEmpty();
        eventually(() -> assertThat(world.deadLetters())
                .filteredOn(letter -> reason(letter).contains(key("broken")))
                .hasSize(2));
    }

    @Test
    void shouldCarryTheChainOfOurOwnWrites() throws Exception {
        // given
        world.sql("create table " + table + " (id int primary key, title text)");
        workflow("created", 1, "");
        var located = dataSources
                .locate(new CollectionName("shop", table))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);

        // when
        located.dataSource()
                .records()
                .create(
                        located.collection(),
                        Json.parse("{\"id\": 1, \"title\": \"ours\"}"),
                        List.of(),
                        Optional.of(new WriteOrigin(UUID.randomUUID() + ".1", List.of("first", "second"))))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        world.sql("insert into " + table + " values (2, 'theirs')");

        // then
        eventually(() -> assertThat(world.events(key("created")))
                .extracting(TriggerEvent::stack)
                .containsExactlyInAnyOrder(List.of("first", "second"), List.of()));
    }

    @Test
    void shouldMeetWorkflowsAsTheyStand() {
        // given
        world.sql("create table " + table + " (id int primary key)");
        workflow("toggled", 1, "");
        workflow("control", 1, "");
        world.sql("insert into " + table + " values (1)");
        eventually(() -> assertThat(world.events(key("toggled"))).hasSize(1));

        // when
        world.disable(key("toggled"), "collection");
        world.sql("insert into " + table + " values (2)");
        eventually(() -> assertThat(world.events(key("control"))).hasSize(2));
        workflow("toggled", 1, "");
        world.sql("insert into " + table + " values (3)");

        // then
        eventually(() -> assertThat(world.events(key("control"))).hasSize(3));
        eventually(() -> assertThat(world.data(key("toggled")))
                .extracting(row -> row.get("id").asInt())
                .containsExactly(1, 3));
    }

    @Test
    void shouldTellTablesToKeepRowsAsTheyWere() {
        // given
        world.sql(
                "create table " + table + " (id int primary key, title text)",
                "insert into " + table + " values (1, 'a')");

        // when
        workflow("deleted", 4, "");
        eventually(() -> world.sql("do $$ begin if (select relreplident from pg_class where relname = '" + table
                + "') <> 'f' then raise 'not yet'; end if; end $$"));
        world.sql("delete from " + table);

        // then
        eventually(() ->
                assertThat(world.data(key("deleted"))).containsExactly(Json.parse("{\"id\": 1, \"title\": \"a\"}")));
    }

    @Test
    void shouldGiveTheRowsOfOneCopyEventsOfTheirOwn() {
        // given
        world.sql("create table " + table + " (id int primary key, title text)");
        workflow("created", 1, "");

        // when: COPY writes many rows with one WAL record
        world.sql("copy " + table + " from program 'seq 1 50 | sed s/$/,x/' with (format csv)");

        // then
        eventually(() -> assertThat(world.events(key("created"))).hasSize(50));
        assertThat(world.events(key("created")))
                .extracting(TriggerEvent::executionId)
                .doesNotHaveDuplicates();
        assertThat(world.events(key("created")))
                .extracting(TriggerEvent::eventKey)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldDeadLetterWhatIsNoRowChange() {
        // given
        String topic = kafka.topics().rowChanges("shop", "public", table);
        kafka.ensureRowChanges(topic, 1);

        // when
        world.send(topic, "1", "no envelope");

        // then
        eventually(() -> assertThat(world.deadLetters())
                .filteredOn(letter -> header(letter, DeadLetter.TOPIC_HEADER).equals(topic))
                .singleElement()
                .satisfies(letter -> assertThat(reason(letter)).startsWith("Expected a row change")));
    }

    @Test
    void shouldLoseNothingWhenTheEngineStartsAgain() {
        // given
        world.sql("create table " + table + " (id int primary key)");
        workflow("created", 1, "");
        world.sql("insert into " + table + " values (1)");
        eventually(() -> assertThat(world.events(key("created"))).hasSize(1));

        // when: the server ends the connection of the log's reader, and a change comes meanwhile
        world.sql(
                "select pg_terminate_backend(active_pid) from pg_replication_slots where active",
                "insert into " + table + " values (2)");
        eventually(() -> assertThat(triggers.states().get("shop").phase()).isEqualTo(Phase.RUNNING));
        world.sql("insert into " + table + " values (3)");

        // then: what comes twice has the same execution id; events of different executions lie on different partitions
        // and
        // have no order among them
        eventually(() -> assertThat(new HashSet<>(ids())).hasSize(3));
        assertThat(world.data(key("created")).stream().distinct().map(row -> row.get("id")
                        .asInt()))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void shouldFlowThroughABulkStatement() {
        // given
        world.sql("create table " + table + " (id int primary key, title text)");
        workflow("created", 1, "");
        world.sql("insert into " + table + " values (0, 'warm')");
        eventually(() -> assertThat(world.events(key("created"))).hasSize(1));

        // when
        world.sql("insert into " + table + " select n, 'row ' || n from generate_series(1, 10000) n");

        // then
        await().atMost(Duration.ofMinutes(3))
                .until(() -> world.events(key("created")).size() == 10_001);
    }

    private List<String> ids() {
        return world.events(key("created")).stream()
                .map(TriggerEvent::executionId)
                .toList();
    }

    private JsonNode find() {
        var located = dataSources
                .locate(new CollectionName("shop", table))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return located.dataSource()
                .records()
                .find(located.collection(), new Selection(null, List.of(), 1, 10, List.of()))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .get(0);
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return header(letter, DeadLetter.REASON_HEADER);
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    private void workflow(String name, int mode, String more) {
        world.enable(
                key(name),
                "collection",
                false,
                "{\"collection\": \"shop:%s\", \"mode\": %d%s}".formatted(table, mode, more),
                "{}");
    }

    private String key(String name) {
        return name + "-" + table;
    }
}
