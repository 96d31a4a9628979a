package dev.millrace.definition.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads request bodies: bounded, and malformed JSON told with its place. */
@ApplicationScoped
public class Body {
    private final int maxBytes;

    Body(@ConfigProperty(name = "millrace.definition.max-document-size") int maxBytes) {
        this.maxBytes = maxBytes;
    }

    public JsonNode read(byte[] body) {
        if (body.length > maxBytes) {
            throw ProblemException.of(
                    413, "body_too_large", "Expected at most %d bytes, but got %d".formatted(maxBytes, body.length));
        }
        try {
            JsonNode json = Json.mapper().readTree(body);
            if (json == null || json.isMissingNode()) {
                throw ProblemException.of(400, "malformed_json", "Expected JSON, but the body is empty");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw ProblemException.of(
                    400,
                    "malformed_json",
                    "Expected JSON, but %s (line %d, column %d)"
                            .formatted(
                                    e.getOriginalMessage(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
