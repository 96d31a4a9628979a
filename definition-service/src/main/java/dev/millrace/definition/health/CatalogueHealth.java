package dev.millrace.definition.health;

import dev.millrace.definition.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether Kafka answers, and every type that was announced is known: otherwise good documents would be refused. */
@Readiness
@ApplicationScoped
class CatalogueHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Catalogue catalogue;

    CatalogueHealth(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        boolean kafka = catalogue.catchUp(PATIENCE);
        return HealthCheckResponse.named("definition catalogue")
                .status(kafka && catalogue.isComplete())
                .withData("kafka", kafka)
                .withData("complete", catalogue.isComplete())
                .build();
    }
}
