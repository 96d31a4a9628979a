package dev.millrace.definition.health;

import dev.millrace.definition.outbox.OutboxRelay;
import dev.millrace.definition.workflow.ExecutedVersions;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether what runs besides requests goes on. Not readiness: workflows can be read and drawn all the same. */
@Wellness
@ApplicationScoped
class BackgroundHealth implements HealthCheck {
    private final OutboxRelay relay;
    private final ExecutedVersions executed;

    BackgroundHealth(OutboxRelay relay, ExecutedVersions executed) {
        this.relay = relay;
        this.executed = executed;
    }

    @Override
    public HealthCheckResponse call() {
        var publishing = relay.failing();
        var marking = executed.failing();
        return HealthCheckResponse.named("definition background")
                .status(publishing.isEmpty() && marking.isEmpty())
                .withData("publishing", publishing.orElse("ok"))
                .withData("marking executed versions", marking.orElse("ok"))
                .build();
    }
}
