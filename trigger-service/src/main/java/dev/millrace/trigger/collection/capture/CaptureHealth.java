package dev.millrace.trigger.collection.capture;

import dev.millrace.trigger.collection.CollectionTriggers;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Wellness, not readiness: a user's database that is down must not take the webhooks out of service. */
@Wellness
@Singleton
public class CaptureHealth implements HealthCheck {
    private final CollectionTriggers triggers;

    @Inject
    public CaptureHealth(CollectionTriggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public HealthCheckResponse call() {
        var states = triggers.states();
        var health = HealthCheckResponse.named("Row change capture")
                .status(states.values().stream().allMatch(state -> state.phase() == CaptureState.Phase.RUNNING));
        states.forEach((source, state) ->
                health.withData(source, state.phase() + " since " + state.since() + ": " + state.detail()));
        return health.build();
    }
}
