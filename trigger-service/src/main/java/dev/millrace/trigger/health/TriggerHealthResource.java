package dev.millrace.trigger.health;

import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.rest.Roles;
import dev.millrace.trigger.collection.CollectionTriggers;
import dev.millrace.trigger.collection.capture.CaptureState;
import dev.millrace.trigger.collection.capture.CaptureState.Phase;
import dev.millrace.trigger.definitions.Definitions;
import dev.millrace.trigger.health.TriggerHealth.LastNotFired;
import dev.millrace.trigger.health.TriggerHealth.OfDataSource;
import dev.millrace.trigger.health.TriggerHealth.OfWorkflow;
import dev.millrace.trigger.health.TriggerHealth.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether triggers listen, and why what they heard started nothing. */
@Path("/api/triggers/health")
@Tag(name = "Triggers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.OPERATOR})
public class TriggerHealthResource {
    private static final String LISTENS = "Listening";

    private final Definitions definitions;
    private final CollectionTriggers collections;
    private final TriggerWatch watch;

    TriggerHealthResource(Definitions definitions, CollectionTriggers collections, TriggerWatch watch) {
        this.definitions = definitions;
        this.collections = collections;
        this.watch = watch;
    }

    @GET
    @Operation(
            operationId = "triggerHealth",
            summary = "Whether the triggers of enabled workflows listen, what they heard, and why it started nothing")
    public TriggerHealth health() {
        var captures = collections.states();
        return new TriggerHealth(
                watch.since(),
                definitions.allEnabled().stream()
                        .map(version -> ofWorkflow(version, captures))
                        .sorted(Comparator.comparing(OfWorkflow::workflowKey))
                        .toList(),
                captures.entrySet().stream()
                        .map(entry -> ofDataSource(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(OfDataSource::name))
                        .toList());
    }

    private OfWorkflow ofWorkflow(WorkflowVersion version, Map<String, CaptureState> captures) {
        var seen = watch.of(version.key());
        var listening = listening(version, captures);
        return new OfWorkflow(
                version.key(),
                version.id(),
                version.document().title(),
                version.document().type(),
                listening.state(),
                listening.detail(),
                seen.lastEventAt(),
                seen.lastFiredAt(),
                seen.lag() == null ? null : seen.lag().toMillis(),
                seen.fired(),
                seen.notFired(),
                seen.last() == null
                        ? null
                        : new LastNotFired(
                                seen.lastNotFiredAt(), seen.last(), seen.last().sentence()));
    }

    private record Listening(State state, String detail) {}

    private Listening listening(WorkflowVersion version, Map<String, CaptureState> captures) {
        if (!CollectionTriggers.serves(version)) {
            return new Listening(State.LISTENING, LISTENS);
        }
        var capture = collections.sourceOf(version).map(captures::get);
        if (capture.isEmpty()) {
            return new Listening(
                    State.DEAF,
                    "Expected a collection of a data source and a mode, but the trigger's config does not name them");
        }
        return capture.get().phase() == Phase.RUNNING
                ? new Listening(State.LISTENING, LISTENS)
                : new Listening(
                        State.INTERRUPTED,
                        "Expected to read the changes of the data source, but: "
                                + capture.get().detail());
    }

    private OfDataSource ofDataSource(String name, CaptureState state) {
        var newest = watch.newest(name);
        return new OfDataSource(
                name,
                state.phase(),
                state.detail(),
                state.since(),
                newest.map(TriggerWatch.Change::committedAt).orElse(null),
                newest.map(change -> change.lag().toMillis()).orElse(null));
    }
}
