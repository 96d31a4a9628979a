package dev.millrace.orchestrator.api.nodetest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A node to be run by itself.
 *
 * @param config may hold templates
 * @param variables the roots that templates and expressions see; may be left out
 */
record NodeTestRequest(
        @Schema(required = true, examples = "calculation") @JsonProperty("type")
        String type,

        @Schema(type = SchemaType.OBJECT, implementation = Map.class, description = "May hold templates")
        @JsonProperty("config")
        JsonNode config,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Map.class,
                description =
                        "The roots that templates and expressions see: $context, $jobsMapByNodeKey, $scopes, $system, $env. What is not given below $env the worker knows")
        @JsonProperty("variables")
        JsonNode variables) {

    /** With objects where nothing was given, or refused. */
    NodeTestRequest checked() {
        if (type == null || type.isBlank()) {
            throw refused("type", "Expected a node type, but there is none");
        }
        return new NodeTestRequest(type, object("config", config), object("variables", variables));
    }

    private static JsonNode object(String field, JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return Json.object();
        }
        if (!value.isObject()) {
            throw refused(field, "Expected %s to be an object, but it is not".formatted(field));
        }
        return value;
    }

    private static ProblemException refused(String field, String sentence) {
        return new ProblemException(Problem.of(400, "bad_request", sentence).at("/" + field));
    }
}
