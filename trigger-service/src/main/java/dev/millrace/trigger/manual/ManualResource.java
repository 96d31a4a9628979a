package dev.millrace.trigger.manual;

import dev.millrace.model.message.Reply;
import dev.millrace.model.message.ReplyAddress.Detail;
import dev.millrace.model.message.TriggerEvent;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.rest.Problem;
import dev.millrace.rest.Roles;
import dev.millrace.trigger.TriggerMetrics;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.events.EventPublisher;
import dev.millrace.trigger.events.Firing;
import dev.millrace.trigger.http.Answers;
import dev.millrace.trigger.http.Started;
import dev.millrace.trigger.manual.ExecuteRequest.Accepted;
import dev.millrace.trigger.manual.ExecuteRequest.Refused;
import dev.millrace.trigger.reply.ReplyDesk;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts any version of any workflow, enabled or not. */
@Tag(name = "Workflows")
@Path("/api/workflows/{id}/execute")
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class ManualResource {

    private final Definitions definitions;
    private final EventPublisher publisher;
    private final ReplyDesk replies;
    private final TriggerMetrics metrics;
    private final Duration maxWait;

    @Inject
    ManualResource(
            Definitions definitions,
            EventPublisher publisher,
            ReplyDesk replies,
            TriggerMetrics metrics,
            @ConfigProperty(name = "millrace.trigger.manual.max-wait") Duration maxWait) {
        this.definitions = definitions;
        this.publisher = publisher;
        this.replies = replies;
        this.metrics = metrics;
        this.maxWait = maxWait;
    }

    @POST
    @Operation(
            operationId = "executeWorkflow",
            summary = "Start a version with a context; with wait answer with the execution")
    @RequestBody(content = @Content(schema = @Schema(implementation = ExecuteBody.class)))
    @APIResponse(responseCode = "200", description = "With wait: the execution, as GET /api/executions/{id} answers it")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    public Uni<Response> execute(@PathParam("id") String id, byte[] body) {
        var request = ExecuteRequest.parse(body, maxWait);
        if (request instanceof Refused refused) {
            return Uni.createFrom().item(refused.problem().response());
        }
        return definitions
                .find(() -> definitions.version(id))
                .chain(found -> found.map(version -> run(version, (Accepted) request))
                        .orElseGet(() -> Uni.createFrom().item(unknown(id))))
                .onFailure()
                .recoverWithItem(Answers::notPublished);
    }

    private Uni<Response> run(WorkflowVersion version, Accepted request) {
        return request.patience()
                .map(bound -> runAndWait(version, request, bound))
                .orElseGet(() -> {
                    var event = Firing.called(version, request.eventKey(), request.context(), null, Instant.now());
                    return publish(event).map(nothing -> Answers.started(202, event.executionId()));
                });
    }

    private Uni<Response> runAndWait(WorkflowVersion version, Accepted request, Duration bound) {
        var call = replies.expect(Detail.EXECUTION);
        var event = Firing.called(version, request.eventKey(), request.context(), call.address(), Instant.now());
        var awaited = Uni.createFrom()
                .completionStage(call.reply())
                .map(ManualResource::outcome)
                .ifNoItem()
                .after(bound)
                .recoverWithItem(() -> Answers.started(202, event.executionId()));
        return publish(event).chain(() -> awaited).onTermination().invoke(() -> call.reply()
                .cancel(false));
    }

    private Uni<Void> publish(TriggerEvent event) {
        return Uni.createFrom()
                .completionStage(publisher.publish(event))
                .invoke(() -> metrics.fired(ManualTrigger.TYPE));
    }

    private static Response outcome(Reply reply) {
        return reply.execution() == null
                ? Answers.started(202, reply.executionId())
                : Answers.json(200, reply.execution());
    }

    private static Response unknown(String id) {
        return Problem.of(404, "unknown_workflow", "Expected a workflow with id \"" + id + "\", but there is none")
                .response();
    }
}
