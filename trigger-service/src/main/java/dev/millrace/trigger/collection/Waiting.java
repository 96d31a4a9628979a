package dev.millrace.trigger.collection;

import dev.millrace.datasources.DataSourceException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A matcher has a thread of its own and may wait; never for ever. */
final class Waiting {
    static final String UNAVAILABLE = "data_source_unavailable";

    private static final long SECONDS = 30;

    private Waiting() {}

    /** @throws DataSourceException what the stage failed with, or that it took too long */
    static <T> T forStage(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new DataSourceException(
                    UNAVAILABLE, "Expected an answer within " + SECONDS + " s, but there was none", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataSourceException(UNAVAILABLE, "Expected an answer, but was interrupted", e);
        }
    }
}
