package dev.millrace.worker.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.CollectionName;
import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.DataSources.Located;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A step on the records of the collection that its config names. */
public record CollectionStep(Step step, Located located) {

    /** Runs the work on the collection, or ends the step with what is wrong with it. */
    public static CompletionStage<Outcome> run(
            DataSources dataSources, Step step, Function<CollectionStep, CompletionStage<Outcome>> work) {
        String name = step.config().path("collection").asText("");
        if (name.isBlank()) {
            return CompletableFuture.completedFuture(Outcome.error(
                    "invalid_config", "Expected config to name a collection, but Collection is not configured"));
        }
        return dataSources
                .locate(CollectionName.parse(name))
                .thenCompose(located -> work.apply(new CollectionStep(step, located)))
                .exceptionallyCompose(Refusal::outcome);
    }

    /** The named parameter, or missing. */
    public JsonNode parameter(String name) {
        return step.config().path("params").path(name);
    }

    /** Makes the write happen once and leads from its change to this chain of workflows. */
    public Optional<WriteOrigin> origin() {
        return Optional.of(new WriteOrigin(step.jobId(), step.stack()));
    }
}
