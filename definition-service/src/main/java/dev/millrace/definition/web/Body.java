package dev.millrace.definition.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.rest.MalformedJson;
import dev.millrace.rest.ProblemException;
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
                throw new ProblemException(MalformedJson.empty());
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new ProblemException(MalformedJson.problem(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
