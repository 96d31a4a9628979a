package dev.millrace.worker.data;

import dev.millrace.datasources.DataSourceException;
import dev.millrace.worker.sdk.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a data source refuses is the outcome of a step; any other failure stays one. */
public final class Refusal {
    private Refusal() {}

    public static CompletionStage<Outcome> outcome(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof DataSourceException expected
                ? CompletableFuture.completedFuture(Outcome.error(expected.code(), expected.getMessage()))
                : CompletableFuture.failedStage(cause);
    }
}
