package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SurfaceTest {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldSignInAndSayWhoIAm() {
        admin().get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("id", notNullValue())
                .body("username", equalTo("admin"))
                .body("roles", equalTo(List.of("admin")));
        signIn("admin", Infrastructure.PASSWORD)
                .statusCode(200)
                .body("token", notNullValue())
                .body("expiresAt", notNullValue());
    }

    @Test
    void shouldRefuseWrongCredentialsAndThenSlowDown() {
        // given
        admin();
        // when
        for (int i = 0; i < 5; i++) {
            signIn("guess", "wrong").statusCode(401).body("code", equalTo("wrong_credentials"));
        }
        // then
        signIn("guess", "wrong").statusCode(429).header("Retry-After", "2").body("code", equalTo("too_many_attempts"));
        signIn("admin", Infrastructure.PASSWORD).statusCode(200);
    }

    @Test
    void shouldRefuseWhoIsNotSignedIn() {
        admin();
        for (String path : List.of("/api/workflows", "/api/node-types", "/api/data-sources", "/api/auth/me")) {
            given().get(path).then().statusCode(401).body("code", equalTo("not_signed_in"));
        }
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/workflows")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldLetMembersReadAndNotWrite() throws SQLException {
        // given
        admin();
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into definition.app_user values ('m', 'mia', ?, 'member', now())")) {
            insert.setString(1, BcryptUtil.bcryptHash("pw of mia"));
            insert.executeUpdate();
        }
        String token = signIn("mia", "pw of mia").statusCode(200).extract().path("token");
        var mia = given().auth().oauth2(token).contentType(ContentType.JSON);
        // then
        given().spec(mia).get("/api/workflows").then().statusCode(200);
        given().spec(mia)
                .body(Map.of("type", "manual"))
                .post("/api/workflows")
                .then()
                .statusCode(403);
        given().spec(mia)
                .delete("/api/workflows/any")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not_allowed"));
    }

    @Test
    void shouldListTypesAndDataSources() {
        admin().get("/api/node-types").then().statusCode(200).body("items.type", hasItems("variable", "calculation"));
        admin().get("/api/trigger-types").then().statusCode(200).body("items.type", hasItems("manual", "collection"));
        admin().get("/api/data-sources")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("shop", "away")))
                .body("items.default", equalTo(List.of(true, false)))
                .body("items[0].connection.state", equalTo("CONNECTED"))
                .body("items[0].connection.latencyMs", notNullValue())
                .body("items[1].connection.state", equalTo("UNREACHABLE"))
                .body("items[1].connection.detail", startsWith("Expected "));
        admin().get("/api/data-sources/nowhere/collections").then().statusCode(404);
    }

    @Test
    void shouldSeeANewTableAfterARefresh() throws SQLException {
        // given
        admin().get("/api/data-sources/shop/collections").then().statusCode(200).body("items.name", hasItem("posts"));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table late (id bigint primary key)");
        }
        // then
        admin().post("/api/data-sources/shop/refresh").then().statusCode(200).body("items.name", hasItem("late"));
        admin().get("/api/data-sources/shop/collections").then().body("items.name", hasItem("late"));
    }

    @Test
    void shouldPublishItsContract() {
        var paths = given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/workflows/{id}/graph"))
                .extract()
                .<Map<String, Object>>path("paths");
        assertThat(paths)
                .containsKeys("/api/workflows", "/api/workflows/import", "/api/workflows/validate", "/api/auth/token");
    }
}
