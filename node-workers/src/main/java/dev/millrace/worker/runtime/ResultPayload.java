package dev.millrace.worker.runtime;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.StepResult;
import dev.millrace.worker.sdk.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes results, and says so by name where one is too large to travel. */
@ApplicationScoped
public class ResultPayload {
    private final int maxBytes;

    @Inject
    public ResultPayload(
            @ConfigProperty(name = "millrace.limits.payload-bytes", defaultValue = "8388608") int maxBytes) {
        this.maxBytes = maxBytes;
    }

    byte[] of(StepResult result) {
        var bytes = Json.bytes(result);
        return bytes.length <= maxBytes ? bytes : Json.bytes(tooLarge(result, bytes.length));
    }

    private StepResult tooLarge(StepResult result, int length) {
        var outcome = Outcome.error(
                "payload_too_large",
                "Expected a result of at most " + maxBytes + " bytes, but it has " + length
                        + "; ask for less, or raise millrace.limits.payload-bytes");
        return new StepResult(
                result.executionId(),
                result.jobId(),
                result.attempt(),
                outcome.status(),
                outcome.result(),
                outcome.errorCode(),
                null);
    }
}
