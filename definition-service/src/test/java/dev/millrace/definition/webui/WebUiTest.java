package dev.millrace.definition.webui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.millrace.definition.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WebUiTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String ASSET = "/assets/test-0a1b2c3d.js";

    @TestHTTPResource(ASSET)
    URI asset;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/workflows", "/workflows/01J.x?tab=versions", "/apiary"})
    void shouldAnswerItsPageAtEachOfItsAddresses(String address) {
        given().accept(BROWSER)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-cache"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body(containsString("id=\"root\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/no-such-thing", "/webhooks", "/assets/gone-0a1b2c3d.js"})
    void shouldNotAnswerItsPageInPlaceOfSomethingElse(String address) {
        var answer = given().accept(BROWSER).get(address).then().extract();
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).doesNotContain("id=\"root\"");
        assertThat(answer.header("Cache-Control")).isNotEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void shouldNotAnswerItsPageToWhoeverDoesNotWantOne() {
        given().accept("application/json").get("/workflows").then().statusCode(404);
        given().accept(BROWSER).post("/workflows").then().statusCode(404);
        given().accept(BROWSER).get("/q/health/live").then().body(containsString("\"status\""));
    }

    @Test
    void shouldSendAssetsCompressedAndLetThemBeKept() throws IOException, InterruptedException {
        // when: a client that does not decompress by itself
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(asset)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.body()).hasSizeLessThan(500);
    }

    @Test
    void shouldKeepWhatWorkflowsAnswerOutOfItsOrigin() {
        given().get("/webhooks/any")
                .then()
                .header("Content-Security-Policy", equalTo("sandbox allow-scripts allow-forms allow-popups"));
    }
}
