package dev.millrace.trigger.manual;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress.Detail;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.trigger.Infrastructure;
import dev.millrace.trigger.Tokens;
import dev.millrace.trigger.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ManualRunTest {
    @Inject
    World world;

    @Test
    void shouldStartAVersionThatIsDisabled() {
        // given
        world.put("m-off", "manual", false, "{}", "{}", false);

        // when
        String id = execute("m-off-1", "{\"context\": {\"data\": {\"a\": 1}}, \"eventKey\": \"once\"}")
                .statusCode(202)
                .extract()
                .path("executionId");

        // then
        await().until(() -> world.events("m-off").size() == 1);
        var event = world.events("m-off").get(0);
        assertThat(event.executionId()).isEqualTo(id);
        assertThat(event.eventKey()).isEqualTo("once");
        assertThat(event.context()).isEqualTo(Json.parse("{\"data\": {\"a\": 1}}"));
    }

    @Test
    void shouldTakeAnEmptyContextForNone() {
        // given
        world.enable("m-empty", "collection", false, "{}", "{}");

        // when
        execute("m-empty-1", "{}").statusCode(202);

        // then
        await().until(() -> world.events("m-empty").size() == 1);
        assertThat(world.events("m-empty").get(0).context()).isEqualTo(Json.object());
    }

    @Test
    void shouldAnswerWithTheExecutionThatIsWaitedFor() {
        // given
        world.enable("m-wait", "manual", false, "{}", "{}");
        world.replying(event -> Optional.ofNullable(event.replyTo())
                .filter(to -> to.detail() == Detail.EXECUTION)
                .map(to -> new Reply(
                        to.address(),
                        to.correlationId(),
                        event.executionId(),
                        ExecutionStatus.RESOLVED,
                        null,
                        null,
                        null,
                        Json.parse("{\"status\": \"RESOLVED\"}"))));

        // then
        execute("m-wait-1", "{\"wait\": 10000}").statusCode(200).body("status", equalTo("RESOLVED"));
        world.replying(event -> Optional.empty());
        execute("m-wait-1", "{\"wait\": 100}").statusCode(202).body("executionId", notNullValue());
    }

    @Test
    void shouldRefuseWhatCannotBeStarted() {
        // given
        world.enable("m-refused", "manual", false, "{}", "{}");

        // then
        execute("nosuch", "{}").statusCode(404).contentType("application/problem+json");
        execute("m-refused-1", "{").statusCode(400);
        execute("m-refused-1", "[]").statusCode(400);
        execute("m-refused-1", "{\"context\": [1]}").statusCode(400).body("errors[0].pointer", equalTo("/context"));
        execute("m-refused-1", "{\"wait\": -1}").statusCode(400);
        execute("m-refused-1", "{\"eventKey\": 7}").statusCode(400);
        assertThat(world.events("m-refused")).isEmpty();
    }

    @Test
    void shouldAskWhoIsCalling() {
        given().post("/api/workflows/x/execute").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("member"))
                .post("/api/workflows/x/execute")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse execute(String id, String body) {
        return given().auth()
                .oauth2(Tokens.of("operator"))
                .contentType("application/json")
                .body(body)
                .post("/api/workflows/" + id + "/execute")
                .then();
    }
}
