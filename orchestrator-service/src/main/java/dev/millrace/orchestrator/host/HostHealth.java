package dev.millrace.orchestrator.host;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while anything keeps the host from its work, with its name. */
@Readiness
@ApplicationScoped
public class HostHealth implements HealthCheck {
    private final HostBean host;

    HostHealth(HostBean host) {
        this.host = host;
    }

    @Override
    public HealthCheckResponse call() {
        var problems = host.problems();
        var response = HealthCheckResponse.named("orchestrator").status(problems.isEmpty());
        problems.forEach(response::withData);
        return response.build();
    }
}
