package dev.millrace.definition.health;

import dev.millrace.definition.storage.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the tables are there. That the database answers is checked by the data source itself. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
    private final Schema schema;

    DatabaseHealth(Schema schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("definition tables")
                .status(schema.isReady())
                .build();
    }
}
