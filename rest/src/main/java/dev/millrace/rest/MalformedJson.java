package dev.millrace.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies that are not the JSON that was expected, told with the place. */
public final class MalformedJson {
    private static final String CODE = "malformed_json";

    private MalformedJson() {}

    public static Problem problem(JsonProcessingException failure) {
        var place = failure.getLocation();
        return Problem.of(
                400,
                CODE,
                "Expected JSON, but %s (line %d, column %d)"
                        .formatted(
                                failure.getOriginalMessage(),
                                place == null ? 0 : place.getLineNr(),
                                place == null ? 0 : place.getColumnNr()));
    }

    /** JSON, but a value is not of the type that its place asks for. */
    static Problem unexpected(JsonMappingException mismatch) {
        var pointer = pointer(mismatch.getPath());
        return Problem.of(
                        400,
                        "unexpected_value",
                        "Expected the type that is documented for "
                                + (pointer.isEmpty() ? "the body" : pointer + " of the body")
                                + ", but the value is of another type")
                .at(pointer);
    }

    public static Problem empty() {
        return Problem.of(400, CODE, "Expected JSON, but the body is empty");
    }

    private static String pointer(List<Reference> path) {
        return path.stream().map(step -> "/" + step(step)).collect(Collectors.joining());
    }

    private static String step(Reference step) {
        return step.getFieldName() == null
                ? String.valueOf(step.getIndex())
                : step.getFieldName().replace("~", "~0").replace("/", "~1");
    }
}
