package dev.millrace.trigger.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.trigger.Infrastructure;
import dev.millrace.trigger.Tokens;
import dev.millrace.trigger.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TriggerHealthTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    World world;

    private static JsonNode health() {
        return Json.parse(given().auth()
                .oauth2(Tokens.of("operator"))
                .get("/api/triggers/health")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode of(String key) {
        for (var item : health().path("items")) {
            if (item.path("workflowKey").asText().equals(key)) {
                return item;
            }
        }
        return Json.object();
    }

    private void collection(String key, String config) {
        world.enable(key, "collection", false, config, "{}");
    }

    @Test
    void shouldSayWhyAChangeStartedNothing() {
        // given
        world.sql(
                "create table watched (id int primary key, title text, n int)",
                "alter table watched replica identity full");
        collection("hears", "{\"collection\": \"shop:watched\", \"mode\": 3}");
        collection("other-mode", "{\"collection\": \"shop:watched\", \"mode\": 4}");
        collection("other-field", "{\"collection\": \"shop:watched\", \"mode\": 2, \"changed\": [\"title\"]}");
        collection(
                "other-value", "{\"collection\": \"shop:watched\", \"mode\": 1, \"condition\": {\"n\": {\"$gt\": 5}}}");
        await().atMost(SOON)
                .until(() -> health().at("/dataSources/0/phase").asText().equals("RUNNING"));

        // when
        world.sql("insert into watched values (1, 'a', 1)", "update watched set n = 2");

        // then
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(of("hears").path("fired").asInt()).isEqualTo(2));
        var hears = of("hears");
        assertThat(hears.path("state").asText()).isEqualTo("LISTENING");
        assertThat(hears.path("type").asText()).isEqualTo("collection");
        assertThat(hears.path("lastFiredAt")).isEqualTo(hears.path("lastEventAt"));
        assertThat(hears.path("lagMs").isNumber()).isTrue();
        assertThat(hears.path("lastNotFired").isNull()).isTrue();
        assertThat(of("other-mode").path("notFired")).isEqualTo(Json.parse("{\"MODE\": 2}"));
        assertThat(of("other-mode").path("lastFiredAt").isNull()).isTrue();
        assertThat(of("other-field").path("notFired")).isEqualTo(Json.parse("{\"MODE\": 1, \"CHANGED_FIELDS\": 1}"));
        assertThat(of("other-field").at("/lastNotFired/reason").asText()).isEqualTo("CHANGED_FIELDS");
        assertThat(of("other-field").at("/lastNotFired/detail").asText()).startsWith("Expected ");
        assertThat(of("other-value").path("notFired")).isEqualTo(Json.parse("{\"MODE\": 1, \"CONDITION\": 1}"));
        assertThat(health().at("/dataSources/0/name").asText()).isEqualTo("shop");
        assertThat(health().at("/dataSources/0/lastChangeAt").isTextual()).isTrue();
    }

    @Test
    void shouldTellWhichTriggerCanHearNothing() {
        // when
        collection("unfinished", "{\"collection\": \"nowhere:posts\", \"mode\": 1}");
        // then
        await().atMost(SOON).until(() -> of("unfinished").path("state").asText().equals("DEAF"));
        assertThat(of("unfinished").path("detail").asText()).startsWith("Expected ");
        // and when: a disabled one is not spoken of
        world.disable("unfinished", "collection");
        await().atMost(SOON).until(() -> of("unfinished").isEmpty());
    }

    @Test
    void shouldCountCallsOfWebhooks() {
        // given
        world.enable("watched-hook", "webhook", false, "{}", "{}");
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/webhooks/watched-hook")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{broken")
                .post("/webhooks/watched-hook")
                .then()
                .statusCode(400);
        // then
        var hook = of("watched-hook");
        assertThat(hook.path("fired").asInt()).isEqualTo(1);
        assertThat(hook.path("notFired")).isEqualTo(Json.parse("{\"INVALID_CALL\": 1}"));
        assertThat(hook.path("state").asText()).isEqualTo("LISTENING");
    }

    @Test
    void shouldTellNobodyWithoutARoleForIt() {
        given().get("/api/triggers/health").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("member"))
                .get("/api/triggers/health")
                .then()
                .statusCode(403);
    }
}
