package dev.millrace.trigger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.millrace.testing.TestInfrastructure;
import dev.millrace.trigger.collection.CollectionTriggers;
import dev.millrace.trigger.collection.capture.CaptureState.Phase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The broker or a data source goes and comes back. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    World world;

    @Inject
    CollectionTriggers triggers;

    @Test
    void shouldNotSayThatAnEventIsTakenWhileTheBrokerIsAwayAndLoseNoChange() throws Exception {
        // given
        awaitCapture();
        world.enable("broker-hook", "webhook", false, "{}", "{}");
        call().statusCode(200);
        watch("broker_rows");

        // when
        TestInfrastructure.whileKafkaIsAway(() -> {
            world.sql("insert into broker_rows values (2)");
            call().statusCode(503).body("code", equalTo("not_available"));
        });

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids("broker_rows")).containsExactlyInAnyOrder(1, 2));
        await().atMost(PATIENCE).untilAsserted(() -> call().statusCode(200));
    }

    @Test
    void shouldGoOnReadingADataSourceThatComesBack() throws Exception {
        // given
        awaitCapture();
        watch("source_rows");

        // when
        TestInfrastructure.whilePostgresIsAway(() -> await().atMost(PATIENCE)
                .until(() -> triggers.states().get("shop").phase() != Phase.RUNNING));
        world.sql("insert into source_rows values (2)");

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids("source_rows")).containsExactlyInAnyOrder(1, 2));
        awaitCapture();
    }

    private static ValidatableResponse call() {
        return given().contentType(ContentType.JSON)
                .body("{}")
                .post("/webhooks/broker-hook")
                .then();
    }

    private void awaitCapture() {
        await().atMost(PATIENCE).until(() -> triggers.states().get("shop").phase() == Phase.RUNNING);
    }

    /** Inserts row 1 and waits until it has fired. */
    private void watch(String table) {
        world.sql("create table " + table + " (id int primary key)");
        world.enable(table, "collection", false, "{\"collection\": \"shop:" + table + "\", \"mode\": 1}", "{}");
        world.sql("insert into " + table + " values (1)");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids(table)).containsExactly(1));
    }

    /** What comes twice has the same execution id. */
    private List<Integer> ids(String key) {
        var seen = new HashSet<String>();
        return world.events(key).stream()
                .filter(event -> seen.add(event.executionId()))
                .map(event -> event.context().at("/data/id").asInt())
                .toList();
    }
}
