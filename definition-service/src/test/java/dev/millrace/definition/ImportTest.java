package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static dev.millrace.definition.Client.get;
import static dev.millrace.definition.Client.patch;
import static dev.millrace.definition.Client.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ImportTest {
    @Test
    void shouldTakeBackWhatWasExportedWithoutAClashOfKeys() {
        // given
        String id = created(document("Exported", true));
        String key = get(id).extract().path("key");
        String exported = admin().get("/api/workflows/" + id + "/export")
                .then()
                .statusCode(200)
                .body("key", equalTo(key))
                .extract()
                .asString();
        // then
        take(exported)
                .statusCode(201)
                .body("key", not(equalTo(key)))
                .body("enabled", equalTo(false))
                .body("findings.code", hasItem("saved_disabled"))
                .body("nodes[0].key", equalTo("v"));
        take(exported).statusCode(201);
        // and
        admin().delete("/api/workflows/" + id).then().statusCode(204);
        take(exported).statusCode(201).body("key", equalTo(key)).body("enabled", equalTo(true));
    }

    @Test
    void shouldSaveUnknownTypesDisabledUntilSomebodyServesThem() {
        // given
        var node = Map.of("key", "a", "type", "thirdPartyThing", "config", Map.of("keep", 1));
        var foreign = Map.of("title", "unknown", "type", "manual", "enabled", true, "nodes", List.of(node));
        // when
        String id = take(foreign)
                .statusCode(201)
                .body("enabled", equalTo(false))
                .body("nodes[0].config.keep", equalTo(1))
                .body("findings.code", hasItems("unknown_node_type", "saved_disabled"))
                .extract()
                .path("id");
        // then
        post(id, "enable").statusCode(422).body("errors.code", hasItem("unknown_node_type"));
        patch(id, Map.of("title", "renamed")).statusCode(200);
        // when
        TestTypes.announce(TestTypes.node("thirdPartyThing", "{'type':'object'}"));
        // then
        post(id, "enable").statusCode(200).body("enabled", equalTo(true));
    }

    @Test
    void shouldRefuseWhatIsNoWorkflow() {
        take(Map.of("hello", "world")).statusCode(422);
        admin().body("[").post("/api/workflows/import").then().statusCode(400);
    }

    private static ValidatableResponse take(Object document) {
        return admin().body(document).post("/api/workflows/import").then();
    }
}
