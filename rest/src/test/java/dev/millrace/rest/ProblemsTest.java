package dev.millrace.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With lazy authentication, as in standalone. */
@QuarkusTest
@QuarkusTestResource(SigningKeys.class)
class ProblemsTest {
    static ValidatableResponse shouldBeProblem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("about:blank"))
                .body("status", equalTo(status))
                .body("title", equalTo(Titles.of(status)))
                .body("code", equalTo(code))
                .body("detail", matchesPattern("Expected .*"));
    }

    @Test
    void shouldAskForAToken() {
        shouldBeProblem(given().get("/sample/mine"), 401, "not_signed_in").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void shouldRefuseAForgedToken() {
        shouldBeProblem(given().auth().oauth2("no.to.ken").get("/sample/mine"), 401, "invalid_token")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void shouldRefuseAnotherRole() {
        shouldBeProblem(given().auth().oauth2(SigningKeys.token(Roles.MEMBER)).get("/sample/mine"), 403, "not_allowed");
        given().auth()
                .oauth2(SigningKeys.token(Roles.OPERATOR))
                .get("/sample/mine")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNameAnUnknownPath() {
        shouldBeProblem(given().get("/sample/of/nothing"), 404, "unknown_path");
        shouldBeProblem(given().get("/nowhere"), 404, "unknown_path")
                .body("detail", equalTo("Expected a path of the API, but there is nothing at /nowhere"));
    }

    @Test
    void shouldNameAMethodThatIsNotThere() {
        shouldBeProblem(given().delete("/sample/mine"), 405, "method_not_allowed")
                .body("detail", equalTo("Expected a method that /sample/mine has, but got DELETE"));
    }

    @Test
    void shouldTellWhichMethodsAPathHas() {
        given().delete("/sample/mine").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        given().delete("/sample").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        given().delete("/sample/parts/7/part").then().statusCode(405).header("Allow", "OPTIONS, PUT");
    }

    @Test
    void shouldTellNobodyWhatIsBroken() {
        for (var accepted : List.of("application/json", "*/*")) {
            shouldBeProblem(given().accept(accepted).get("/sample/broken"), 500, "failed")
                    .body("detail", startsWith("Expected to serve GET /sample/broken, but failed"))
                    .body("detail", not(containsString("secret")));
        }
    }

    @Test
    void shouldNameMediaTypes() {
        shouldBeProblem(given().contentType("text/csv").body("1;2").post("/sample"), 415, "unsupported_media_type");
        shouldBeProblem(given().accept("image/png").get("/sample"), 406, "not_acceptable");
    }

    @Test
    void shouldSayWhereJsonIsMalformed() {
        shouldBeProblem(
                        given().contentType(ContentType.JSON)
                                .body("{\"lines\" [")
                                .post("/sample"),
                        400,
                        "malformed_json")
                .body("detail", matchesPattern("Expected JSON, but .*line 1, column .*"));
    }

    @Test
    void shouldPointToAValueOfAnotherType() {
        shouldBeProblem(
                        given().contentType(ContentType.JSON)
                                .body("{\"lines\": [{\"count\": 1}, {\"count\": \"two\"}]}")
                                .post("/sample"),
                        400,
                        "unexpected_value")
                .body("errors.pointer", equalTo(List.of("/lines/1/count")));
    }

    @Test
    void shouldNotCallAMalformedParameterAnUnknownPath() {
        shouldBeProblem(given().get("/sample?limit=many"), 400, "malformed_parameter");
    }

    @Test
    void shouldSayWhenToTryAgain() {
        shouldBeProblem(given().get("/sample/busy"), 429, "too_many")
                .header("Retry-After", "2")
                .body("errors", equalTo(List.of()));
    }

    @Test
    void shouldAnswerAPage() {
        given().get("/sample?limit=7")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of(7)))
                .body("nextCursor", equalTo("next"));
    }
}
