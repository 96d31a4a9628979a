package dev.millrace.trigger.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.Reply;
import dev.millrace.model.status.EndReason;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.rest.Problem;
import dev.millrace.trigger.http.Answers;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a waiting caller hears of the outcome. */
final class SyncAnswer {
    /** The server's own: a workflow that sets them would break the connection. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "trailer", "te");

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern NOT_IN_A_VALUE = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private SyncAnswer() {}

    static Response of(Reply reply) {
        if (reply.response() != null) {
            return ofNode(reply.response());
        }
        if (reply.status() == ExecutionStatus.RESOLVED) {
            return succeeded(reply);
        }
        if (!reply.status().ended()) {
            return Answers.started(202, reply.executionId());
        }
        return failure(reply).withExecution(reply.executionId()).response();
    }

    /** The output if there is one, else what there was to say, if anything. */
    private static Response succeeded(Reply reply) {
        if (reply.output() != null && !reply.output().isNull()) {
            return Answers.json(200, reply.output());
        }
        return reply.messages().isEmpty() ? Response.ok().build() : Answers.json(200, messages(reply));
    }

    private static JsonNode messages(Reply reply) {
        var answer = Json.object();
        var messages = answer.putArray("messages");
        reply.messages().forEach(message -> messages.addObject().put("message", message));
        return answer;
    }

    static Response timedOut(String executionId, Duration waited) {
        return Problem.of(
                        408,
                        EndReason.TIMEOUT,
                        "Expected the workflow to answer within " + waited.toMillis() + " ms, but it did not")
                .withExecution(executionId)
                .response();
    }

    private static Problem failure(Reply reply) {
        var reason = reply.reason();
        if (reason != null && EndReason.TIMEOUT.equals(reason.code())) {
            return Problem.of(
                    408, EndReason.TIMEOUT, "Expected the workflow to end within its timeout, but it did not");
        }
        String code = reason == null || reason.code() == null ? "workflow_failed" : reason.code();
        return Problem.of(500, code, "Expected the workflow to succeed, but it ended as " + reply.status())
                .saying(reply.messages());
    }

    private static Response ofNode(Reply.Response node) {
        var answer = Response.status(node.statusCode());
        var body = node.body();
        if (body != null && !body.isNull() && !body.isMissingNode()) {
            boolean isText = body.isTextual();
            answer.entity(isText ? body.textValue().getBytes(StandardCharsets.UTF_8) : Json.bytes(body));
            answer.type(isText ? "text/plain;charset=UTF-8" : MediaType.APPLICATION_JSON);
        }
        (node.headers() == null ? Map.<String, String>of() : node.headers()).forEach((name, value) -> {
            if (value != null && HEADER_NAME.matcher(name).matches() && !isOfConnection(name)) {
                set(answer, name, NOT_IN_A_VALUE.matcher(value).replaceAll(" "));
            }
        });
        return answer.build();
    }

    private static boolean isOfConnection(String name) {
        return OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    private static void set(Response.ResponseBuilder answer, String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            // Replaces ours instead of standing beside it.
            answer.header(HttpHeaders.CONTENT_TYPE, null);
            answer.header(HttpHeaders.CONTENT_TYPE, value);
        } else {
            answer.header(name, value);
        }
    }
}
