package dev.millrace.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.document.Violation;
import dev.millrace.model.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/**
 * A failure as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code about:blank}: the code says what kind it is
 * @param detail one sentence, {@code Expected to ..., but ...}
 * @param code for machines, {@code snake_case}
 * @param errors one per place that is at fault; empty when it is none in particular
 * @param executionId the execution that was started all the same, or null
 * @param retryAfter after how long the caller may try again (header {@code Retry-After}), or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("code") String code,
        @JsonProperty("errors") List<Violation> errors,
        @JsonProperty("executionId") String executionId,
        @JsonIgnore Duration retryAfter) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", Titles.of(status), status, detail, code, List.of(), null, null);
    }

    /** @param pointer JSON pointer to the field at fault */
    public Problem at(String pointer) {
        return with(List.of(new Violation(pointer, code, detail)));
    }

    public Problem with(List<Violation> places) {
        return new Problem(type, title, status, detail, code, places, executionId, retryAfter);
    }

    /** With what the workflow itself has to say. */
    public Problem saying(List<String> messages) {
        return messages.isEmpty()
                ? this
                : with(messages.stream()
                        .map(message -> new Violation("", "response_message", message))
                        .toList());
    }

    public Problem withExecution(String id) {
        return new Problem(type, title, status, detail, code, errors, id, retryAfter);
    }

    public Problem retryAfter(Duration wait) {
        return new Problem(type, title, status, detail, code, errors, executionId, wait);
    }

    public Response response() {
        return answer().build();
    }

    /** The answer, for more headers. */
    Response.ResponseBuilder answer() {
        var answer = Response.status(status).type(MEDIA_TYPE).entity(Json.bytes(this));
        if (retryAfter != null) {
            // Whole seconds, rounded up: who waits that long has waited long enough.
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
        return answer;
    }
}
