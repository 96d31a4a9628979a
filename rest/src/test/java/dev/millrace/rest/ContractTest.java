package dev.millrace.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SigningKeys.class)
class ContractTest {
    @Test
    void shouldSayWhatEveryInterfaceAnswersWhenItRefuses() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/sample'.get.responses.default.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body("paths.'/sample/mine'.get.responses.'403'.content", hasKey("application/problem+json"))
                .body("components.schemas.Problem.required", hasItems("status", "code", "detail", "errors"))
                .body(
                        "components.schemas.Problem.properties.errors.items.'$ref'",
                        equalTo("#/components/schemas/Violation"))
                .body("components.schemas.Violation.required", contains("code", "detail", "pointer"));
    }

    @Test
    void shouldLeaveJsonAsItIs() {
        given().get("/q/openapi?format=json")
                .then()
                .body("components.schemas.JsonNode", not(hasKey("properties")))
                .body("components.schemas", not(hasKey("JsonNodeType")))
                .body("components.schemas.BranchIndex.oneOf.type", contains("integer", "string", "null"));
    }
}
