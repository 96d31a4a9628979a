package dev.millrace.trigger.http;

import dev.millrace.model.json.Json;
import dev.millrace.rest.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/** The answers that all endpoints of this service share. */
public final class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class);

    private Answers() {}

    public static Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.bytes(body))
                .build();
    }

    public static Response started(int status, String executionId) {
        return json(status, new Started(executionId));
    }

    /** For an event that did not reach Kafka. */
    public static Response notPublished(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RecordTooLargeException) {
            return Problem.of(413, "too_large", "Expected an event of at most 9 MiB, but it is larger")
                    .response();
        }
        LOG.warnf("A call is answered 503: %s", cause);
        return Problem.of(
                        503,
                        "not_available",
                        "Expected to hand the event to Kafka, but it did not confirm it in time; try again")
                .response();
    }
}
