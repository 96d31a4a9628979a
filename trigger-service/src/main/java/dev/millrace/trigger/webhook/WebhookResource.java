package dev.millrace.trigger.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.WorkflowOptions;
import dev.millrace.model.message.ReplyAddress.Detail;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.rest.Problem;
import dev.millrace.trigger.TriggerMetrics;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.events.EventPublisher;
import dev.millrace.trigger.events.Firing;
import dev.millrace.trigger.health.NotFired;
import dev.millrace.trigger.health.Sighting;
import dev.millrace.trigger.health.TriggerWatch;
import dev.millrace.trigger.http.Answers;
import dev.millrace.trigger.http.Started;
import dev.millrace.trigger.reply.ReplyDesk;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public by its nature: who knows the key may start the workflow. */
@Tag(name = "Webhooks")
@Path("/webhooks/{key}")
@PermitAll
public class WebhookResource {
    private static final int MAX_EVENT_KEY = 200;

    private final Definitions definitions;
    private final EventPublisher publisher;
    private final ReplyDesk replies;
    private final BodyLimit bodies;
    private final WebhookSettings settings;
    private final TriggerMetrics metrics;
    private final TriggerWatch watch;

    @Inject
    WebhookResource(
            Definitions definitions,
            EventPublisher publisher,
            ReplyDesk replies,
            BodyLimit bodies,
            WebhookSettings settings,
            TriggerMetrics metrics,
            TriggerWatch watch) {
        this.definitions = definitions;
        this.publisher = publisher;
        this.replies = replies;
        this.bodies = bodies;
        this.settings = settings;
        this.metrics = metrics;
        this.watch = watch;
    }

    @POST
    @Operation(
            operationId = "callWebhook",
            summary = "Start a workflow by its webhook; the answer of a synchronous one is its own")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Started.class)))
    public Uni<Response> receive(@PathParam("key") String key, @Context HttpServerRequest request) {
        // The body first: it comes in while the request is paused or never.
        return bodies.read(request)
                .chain(body -> body.map(read -> receive(key, request, read)).orElseGet(this::tooLarge));
    }

    private Uni<Response> tooLarge() {
        var problem = bodies.problem().response();
        problem.getHeaders().putSingle("Connection", "close");
        return Uni.createFrom().item(problem);
    }

    private Uni<Response> receive(String key, HttpServerRequest request, Buffer body) {
        return definitions
                .find(() -> enabled(key))
                .chain(found -> found.map(workflow -> parse(workflow, request, body))
                        .orElseGet(() -> Uni.createFrom().item(unknown(key))))
                .onFailure()
                .recoverWithItem(Answers::notPublished);
    }

    private Optional<WorkflowVersion> enabled(String key) {
        return definitions
                .enabled(key)
                .filter(version -> WebhookTrigger.TYPE.equals(version.document().type()));
    }

    private Uni<Response> parse(WorkflowVersion workflow, HttpServerRequest request, Buffer body) {
        String eventKey = request.getHeader("Idempotency-Key");
        if (eventKey != null && (eventKey.isBlank() || eventKey.length() > MAX_EVENT_KEY)) {
            return refuse(
                    workflow,
                    Problem.of(
                            400,
                            "invalid_idempotency_key",
                            "Expected header Idempotency-Key to have 1 to " + MAX_EVENT_KEY + " characters, but it has "
                                    + eventKey.length()));
        }
        var parsed = Bodies.parse(request.getHeader(HttpHeaders.CONTENT_TYPE), body.getBytes());
        if (parsed instanceof Bodies.Refused refused) {
            return refuse(workflow, refused.problem());
        }
        JsonNode context = WebhookContext.of(request, ((Bodies.Body) parsed).value());
        return workflow.document().sync() ? wait(workflow, eventKey, context) : start(workflow, eventKey, context);
    }

    private Uni<Response> refuse(WorkflowVersion workflow, Problem problem) {
        watch.note(Sighting.notFired(workflow.key(), Instant.now(), NotFired.INVALID_CALL));
        return Uni.createFrom().item(problem.response());
    }

    private Uni<Response> start(WorkflowVersion workflow, String eventKey, JsonNode context) {
        var event = Firing.called(workflow, eventKey, context, null, Instant.now());
        return Uni.createFrom()
                .completionStage(publisher.publish(event))
                .invoke(() -> metrics.fired(WebhookTrigger.TYPE))
                .map(nothing -> Answers.started(200, event.executionId()));
    }

    private Uni<Response> wait(WorkflowVersion workflow, String eventKey, JsonNode context) {
        var call = replies.expect(Detail.OUTCOME);
        var event = Firing.called(workflow, eventKey, context, call.address(), Instant.now());
        var bound = bound(workflow);
        return Uni.createFrom()
                .completionStage(publisher.publish(event))
                .invoke(() -> metrics.fired(WebhookTrigger.TYPE))
                .chain(() -> Uni.createFrom().completionStage(call.reply()))
                .map(SyncAnswer::of)
                .ifNoItem()
                .after(bound)
                .recoverWithItem(() -> SyncAnswer.timedOut(event.executionId(), bound))
                .onTermination()
                .invoke(() -> call.reply().cancel(false));
    }

    private Duration bound(WorkflowVersion workflow) {
        long own = WorkflowOptions.of(workflow.document().options()).timeout();
        return own > 0 ? Duration.ofMillis(own) : settings.syncTimeout();
    }

    private static Response unknown(String key) {
        return Problem.of(
                        404,
                        "unknown_webhook",
                        "Expected an enabled webhook workflow with key \"" + key + "\", but there is none")
                .response();
    }
}
