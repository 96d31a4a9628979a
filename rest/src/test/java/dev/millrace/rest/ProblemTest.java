package dev.millrace.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pins the form on the wire. */
class ProblemTest {
    @Test
    void shouldHaveTheFieldsOfEveryProblem() {
        // when
        var text = text(Problem.of(404, "not_found", "Expected to find a, but there is none"));
        // then
        assertThat(text)
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"Expected to find a, but there is none\",\"code\":\"not_found\",\"errors\":[]}");
    }

    @Test
    void shouldNamePlacesAndTheExecution() {
        // given
        var problem = Problem.of(400, "invalid_context", "Expected an object, but it is an array")
                .at("/context")
                .withExecution("e-1")
                .retryAfter(Duration.ofSeconds(3));
        // then
        assertThat(text(problem))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad request\",\"status\":400,"
                        + "\"detail\":\"Expected an object, but it is an array\",\"code\":\"invalid_context\","
                        + "\"errors\":[{\"pointer\":\"/context\",\"code\":\"invalid_context\","
                        + "\"detail\":\"Expected an object, but it is an array\"}],\"executionId\":\"e-1\"}");
    }

    private static String text(Problem problem) {
        return new String(Json.bytes(problem), StandardCharsets.UTF_8);
    }
}
