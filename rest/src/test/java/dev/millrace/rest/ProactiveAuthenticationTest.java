package dev.millrace.rest;

import static dev.millrace.rest.ProblemsTest.shouldBeProblem;
import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a token is looked at before the path, as in a service of its own. */
@QuarkusTest
@QuarkusTestResource(SigningKeys.class)
@TestProfile(ProactiveAuthenticationTest.Proactive.class)
class ProactiveAuthenticationTest {
    public static class Proactive implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.auth.proactive", "true");
        }
    }

    @Test
    void shouldAskForAToken() {
        shouldBeProblem(given().get("/sample/mine"), 401, "not_signed_in").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void shouldRefuseAForgedTokenOnEveryPath() {
        shouldBeProblem(given().auth().oauth2("no.to.ken").get("/sample/mine"), 401, "invalid_token")
                .header("WWW-Authenticate", "Bearer");
        shouldBeProblem(given().auth().oauth2("no.to.ken").get("/sample"), 401, "invalid_token");
        shouldBeProblem(given().auth().oauth2("no.to.ken").get("/nowhere"), 401, "invalid_token");
    }

    @Test
    void shouldRefuseAnotherRole() {
        shouldBeProblem(given().auth().oauth2(SigningKeys.token(Roles.MEMBER)).get("/sample/mine"), 403, "not_allowed");
    }
}
