package dev.millrace.definition;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Speaks to the service as the first user. */
final class Client {
    private static String token;

    private Client() {}

    /** Waits until the service is ready. */
    static RequestSpecification admin() {
        if (token == null) {
            awaitReady();
            TestTypes.announce();
            token = signIn("admin", Infrastructure.PASSWORD)
                    .statusCode(200)
                    .extract()
                    .path("token");
        }
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    static ValidatableResponse signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/auth/token")
                .then();
    }

    static ValidatableResponse create(Object document) {
        return admin().body(document).post("/api/workflows").then();
    }

    /** The id of a new workflow. */
    static String created(Object document) {
        return create(document).statusCode(201).extract().path("id");
    }

    static ValidatableResponse get(String id) {
        return admin().get("/api/workflows/" + id).then();
    }

    static ValidatableResponse post(String id, String action) {
        return admin().post("/api/workflows/" + id + "/" + action).then();
    }

    static ValidatableResponse patch(String id, Object patch) {
        return admin().body(patch).patch("/api/workflows/" + id).then();
    }

    /** A workflow of one Variable node. */
    static Map<String, Object> document(String title, boolean enabled) {
        return Map.of("title", title, "type", "manual", "enabled", enabled, "nodes", List.of(variable("v", "1", null)));
    }

    static Map<String, Object> variable(String key, String value, String upstreamKey) {
        var node = new HashMap<String, Object>();
        node.put("key", key);
        node.put("type", "variable");
        node.put("title", key);
        node.put("config", Map.of("value", value));
        node.put("upstreamKey", upstreamKey);
        node.put("branchIndex", null);
        return node;
    }
}
