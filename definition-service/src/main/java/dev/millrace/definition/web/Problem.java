package dev.millrace.definition.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.document.Violation;
import java.util.List;

/**
 * An error as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code about:blank}: the code says what kind it is
 * @param code for machines, {@code snake_case}
 * @param errors one per place that is at fault; empty when it is none in particular
 */
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("code") String code,
        @JsonProperty("errors") List<Violation> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", title(status), status, detail, code, List.of());
    }

    public static Problem conflict(String code, String detail, List<Violation> errors) {
        return new Problem("about:blank", title(409), 409, detail, code, errors);
    }

    static Problem invalid(List<Violation> violations) {
        String detail = violations.size() == 1
                ? violations.get(0).detail()
                : "Expected a workflow without errors, but it has " + violations.size();
        return new Problem("about:blank", title(422), 422, detail, "invalid_document", violations);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not signed in";
            case 404 -> "Not found";
            case 409 -> "Conflict";
            case 412 -> "Changed meanwhile";
            case 413 -> "Too large";
            case 422 -> "Not valid";
            case 429 -> "Too many attempts";
            case 502 -> "Data source failed";
            case 503 -> "Not available";
            default -> "Error";
        };
    }
}
