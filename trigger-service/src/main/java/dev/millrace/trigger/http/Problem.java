package dev.millrace.trigger.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.json.Json;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * A failure as {@code application/problem+json} (RFC 9457).
 *
 * @param code for machines
 * @param detail one sentence, {@code Expected to ..., but ...}
 * @param executionId the execution that was started all the same, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("code") String code,
        @JsonProperty("executionId") String executionId,
        @JsonProperty("errors") List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad request",
            404, "Not found",
            408, "Timed out",
            413, "Too large",
            415, "Unsupported media type",
            422, "Not possible",
            500, "Failed",
            503, "Not available");

    /** @param pointer JSON pointer to the field at fault, or null for what is said of the whole */
    public record FieldError(
            @JsonProperty("pointer") String pointer,
            @JsonProperty("code") String code,
            @JsonProperty("detail") String detail) {}

    public static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", TITLES.get(status), status, detail, code, null, null);
    }

    public Problem at(String pointer) {
        return new Problem(
                type, title, status, detail, code, executionId, List.of(new FieldError(pointer, code, detail)));
    }

    /** With what the workflow itself has to say. */
    public Problem saying(List<String> messages) {
        var errors = messages.stream()
                .map(message -> new FieldError(null, "response_message", message))
                .toList();
        return new Problem(type, title, status, detail, code, executionId, errors.isEmpty() ? this.errors : errors);
    }

    public Problem withExecution(String id) {
        return new Problem(type, title, status, detail, code, id, errors);
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(Json.bytes(this)).build();
    }
}
