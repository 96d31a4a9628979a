package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.Reply;
import dev.millrace.model.status.JobStatus;
import dev.millrace.model.variable.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers the waiting caller and ends the workflow. */
public final class ResponseNode implements ControlNode {
    public static final String TYPE = "response";

    private static final int OK = 200;
    private static final int LAST_STATUS = 599;
    private static final Pattern HEADER_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

    @Override
    public NodeTypeDescriptor descriptor() {
        return new NodeTypeDescriptor(
                TYPE,
                "HTTP response",
                "control",
                "send",
                Json.parse("""
                        {"type": "object", "x-ends": true,
                         "properties": {
                           "statusCode": {"type": "integer", "minimum": 200, "maximum": 599, "default": 200,
                             "title": "Status code", "x-template": true},
                           "headers": {"type": "array", "title": "Headers", "x-ui": "keyValues", "items": {"type": "object",
                             "required": ["name"], "properties": {
                               "name": {"type": "string", "pattern": "^[a-zA-Z][a-zA-Z0-9_-]*$", "title": "Name"},
                               "value": {"title": "Value", "x-ui": "template"}}}},
                           "body": {"title": "Body", "x-ui": "json"}}}
                        """),
                Json.parse("""
                        {"type": "object", "properties": {
                          "statusCode": {"type": "integer"}, "headers": {"type": "object"}, "body": {}}}
                        """),
                null,
                false,
                true,
                "Answers the caller of a synchronous workflow with a status, headers and a body, and ends the workflow."
                        + " Without such a node the caller gets 200 when the workflow succeeds and 500 when it fails.",
                Json.parse("""
                        {"statusCode": 201, "headers": [{"name": "X-Order", "value": "{{$context.body.id}}"}],
                         "body": {"accepted": true}}
                        """));
    }

    @Override
    public Behaviour compile(NodeDocument node, Compiler compiler) {
        Template response = compiler.template(node.config());
        return run -> Resolving.then(response, run.variables(), ResponseNode::respond);
    }

    private static Move respond(JsonNode config) {
        int statusCode = config.path("statusCode").asInt(OK);
        if (statusCode < OK || statusCode > LAST_STATUS) {
            return Move.error(
                    "invalid_status_code",
                    "Error: Expected a status code from 200 to 599, but it is " + config.path("statusCode"));
        }
        ObjectNode headers = Json.object();
        for (JsonNode header : config.path("headers")) {
            String name = header.path("name").asText("");
            if (!HEADER_NAME.matcher(name).matches()) {
                return Move.error(
                        "invalid_header",
                        "Error: Expected a header name of letters, digits, - and _, but it is \"%s\"".formatted(name));
            }
            headers.put(name, text(header.path("value")));
        }
        ObjectNode result = Json.object().put("statusCode", statusCode);
        result.set("headers", headers);
        result.set("body", Resolving.valueOf(config.path("body")));
        return new Move.EndExecution(JobStatus.RESOLVED, result);
    }

    /** Line breaks in a value would let it write headers of its own. */
    private static String text(JsonNode value) {
        String text = value.isValueNode() ? value.asText("") : Json.text(value);
        return text.replaceAll("[\\r\\n]+", " ");
    }

    /** The response that a node's result tells. */
    public static Reply.Response of(JsonNode result) {
        Map<String, String> headers = new LinkedHashMap<>();
        result.path("headers")
                .fields()
                .forEachRemaining(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Reply.Response(result.path("statusCode").asInt(OK), headers, result.path("body"));
    }
}
