package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SampleTest {
    private static ValidatableResponse pin(String id, String node, Object result) {
        return admin().urlEncodingEnabled(false)
                .body(Collections.singletonMap("result", result))
                .put("/api/workflows/" + id + "/samples/" + node)
                .then();
    }

    private static ValidatableResponse samples(String id) {
        return admin().get("/api/workflows/" + id + "/samples").then().statusCode(200);
    }

    @Test
    void shouldShareSamplesAmongTheVersionsOfAWorkflow() {
        // given
        String id = created(document("Pinned", false));
        String revision = admin().post("/api/workflows/" + id + "/revisions")
                .then()
                .extract()
                .path("id");
        // when
        pin(id, "v", Map.of("a", Arrays.asList(1, null)))
                .statusCode(200)
                .body("nodeKey", equalTo("v"))
                .body("updatedBy", equalTo("admin"))
                .body("updatedAt", notNullValue());
        pin(revision, "$trigger", Map.of("data", 1)).statusCode(200);
        pin(revision, "v", null).statusCode(200);
        // then
        samples(id)
                .body("items.nodeKey", contains("$trigger", "v"))
                .body("items[0].result.data", equalTo(1))
                .body("items[1].result", nullValue());
    }

    @Test
    void shouldForgetASampleAndThoseOfADeletedWorkflow() {
        // given
        String id = created(Map.of("key", "pinned-again", "type", "manual"));
        pin(id, "a", 1).statusCode(200);
        pin(id, "b", 2).statusCode(200);
        // when
        admin().delete("/api/workflows/" + id + "/samples/a").then().statusCode(204);
        admin().delete("/api/workflows/" + id + "/samples/a").then().statusCode(404);
        samples(id).body("items.nodeKey", contains("b"));
        admin().delete("/api/workflows/" + id).then().statusCode(204);
        // then
        samples(created(Map.of("key", "pinned-again", "type", "manual"))).body("items", empty());
    }

    @Test
    void shouldRefuseWhatIsTooLargeOrNoSample() {
        String id = created(document("Bounded", false));
        pin(id, "v", "x".repeat(3_000))
                .statusCode(413)
                .body("code", equalTo("sample_too_large"))
                .body("errors[0].pointer", equalTo("/result"));
        admin().body("{}")
                .put("/api/workflows/" + id + "/samples/v")
                .then()
                .statusCode(400)
                .body("code", equalTo("missing_result"));
        pin(id, "v".repeat(201), 1).statusCode(400).body("code", equalTo("bad_node_key"));
        pin("none", "v", 1).statusCode(404);
        samples(id).body("items", empty());
    }
}
