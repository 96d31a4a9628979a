package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads a document from JSON that may be anything; what does not fit is told with its place. */
public final class DocumentReader {
    private DocumentReader() {}

    /**
     * @param document empty when the JSON is no document at all
     * @param violations why; empty when there is a document
     */
    public record Read(Optional<WorkflowDocument> document, List<Violation> violations) {}

    public static Read read(JsonNode json) {
        if (!json.isObject()) {
            return refused("", "Expected a workflow to be a JSON object, but it is not");
        }
        try {
            return new Read(Optional.of(Json.mapper().treeToValue(json, WorkflowDocument.class)), List.of());
        } catch (JsonMappingException e) {
            JsonPointer at = pointer(e);
            return refused(at.toString(), "Expected a value that fits this place, but it is " + shown(json.at(at)));
        } catch (JsonProcessingException e) {
            return refused("", "Expected a workflow document, but it cannot be read: " + e.getOriginalMessage());
        }
    }

    private static Read refused(String pointer, String detail) {
        return new Read(Optional.empty(), List.of(new Violation(pointer, "malformed", detail)));
    }

    private static JsonPointer pointer(JsonMappingException e) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer;
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? Json.text(value) : "of type " + value.getNodeType();
    }
}
