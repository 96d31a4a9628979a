package dev.millrace.definition.storage;

import dev.millrace.rest.ProblemException;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs work in a transaction of its own and waits for it. Hibernate Reactive insists on an event loop; requests are served on
 * worker threads, because validation asks databases and may wait.
 */
@ApplicationScoped
public class Transactions {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final Schema schema;

    Transactions(Mutiny.SessionFactory sessions, Vertx vertx, Schema schema) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.schema = schema;
    }

    /** Commits when the work succeeds, rolls back when it fails, and answers or throws what the work did. */
    public <T> T call(Function<Mutiny.Session, Uni<T>> work) {
        if (!schema.isReady()) {
            throw ProblemException.of(
                    503, "starting", "Expected the database to be there, but it is still waited for; try again soon");
        }
        var done = new CompletableFuture<T>();
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored ->
                sessions.withTransaction(work).subscribe().with(done::complete, done::completeExceptionally));
        return result(done);
    }

    private static <T> T result(CompletableFuture<T> done) {
        try {
            return done.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                throw ProblemException.of(
                        503, "not_available", "Expected the database to be there, but it is away; try again soon");
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw ProblemException.of(
                    503, "database_slow", "Expected the database to answer within 30 s, but it did not");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(503, "stopping", "Expected to serve the request, but the service is stopping");
        }
    }
}
