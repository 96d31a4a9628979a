package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Collection;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The structure as last read. A name that is not known is looked for in the database again, but a name that stays unknown at
 * most about once a second, so that a workflow with a wrong name does not keep the database busy.
 */
final class Catalog implements Function<String, Optional<Collection>> {
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int REMEMBERED_NAMES = 1_000;

    private final Supplier<Future<Map<String, Collection>>> introspection;
    private final LongSupplier nanos;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private volatile Map<String, Collection> known;

    Catalog(Supplier<Future<Map<String, Collection>>> introspection, LongSupplier nanos) {
        this.introspection = introspection;
        this.nanos = nanos;
    }

    Future<Map<String, Collection>> refresh() {
        return introspection.get().onSuccess(collections -> known = collections);
    }

    Future<Map<String, Collection>> collections() {
        var collections = known;
        return collections == null ? refresh() : Future.succeededFuture(collections);
    }

    Future<Optional<Collection>> find(String name) {
        var found = apply(name);
        return found.isPresent() ? Future.succeededFuture(found) : look(name, name);
    }

    /** The collection as the database has it now, for a caller to whom the known one seems outdated. */
    Future<Optional<Collection>> renewed(String name) {
        return look("structure of " + name, name);
    }

    private Future<Optional<Collection>> look(String question, String name) {
        if (looks.size() >= REMEMBERED_NAMES) {
            looks.clear();
        }
        long now = nanos.getAsLong();
        return looks.compute(question, (key, last) -> isRecent(last, now) ? last : new Look(now, refresh()))
                .outcome()
                .map(collections -> Optional.ofNullable(collections.get(name)));
    }

    /** Without looking again. */
    @Override
    public Optional<Collection> apply(String name) {
        var collections = known;
        return collections == null ? Optional.empty() : Optional.ofNullable(collections.get(name));
    }

    /** A look that failed tells nothing, so it does not count. */
    private static boolean isRecent(Look look, long now) {
        return look != null && !look.outcome().failed() && now - look.startedAt() < LOOK_AGAIN_NANOS;
    }

    /** Callers that ask for the same name while it is being looked for wait for the same answer. */
    private record Look(long startedAt, Future<Map<String, Collection>> outcome) {}
}
