package dev.millrace.definition.workflow;

import dev.millrace.definition.outbox.Outbox;
import dev.millrace.definition.outbox.OutboxRelay;
import dev.millrace.definition.storage.Transactions;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.message.ExecutionIds;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Every change of a version: one transaction with its messages, which are on Kafka when the method returns. */
@ApplicationScoped
class VersionChanges {
    private final Transactions transactions;
    private final VersionStore store;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Samples samples;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    VersionChanges(Transactions transactions, VersionStore store, Outbox outbox, OutboxRelay relay, Samples samples) {
        this.transactions = transactions;
        this.store = store;
        this.outbox = outbox;
        this.relay = relay;
        this.samples = samples;
    }

    String newId() {
        return ExecutionIds.random(clock.instant(), random);
    }

    /** The first version of a key is current even if disabled. */
    String create(String key, WorkflowDocument document, String actor) {
        var version = VersionEntity.of(newId(), key, 1, document);
        version.makeCurrent();
        if (document.enabled()) {
            version.enable();
        }
        publish(session -> store.countOf(session, key)
                .invoke(count -> {
                    if (count > 0) {
                        throw keyTaken(key);
                    }
                })
                .chain(() -> add(session, version, actor)));
        return version.id();
    }

    /**
     * Puts the document in the place of what the version held.
     *
     * @param expected sequence that the change was made for
     * @return false when somebody else was faster
     */
    boolean replace(String id, long expected, WorkflowDocument document, Running running, String actor) {
        try {
            publish(session -> store.lock(session, id).chain(family -> {
                var target = family.target();
                if (target.sequence() != expected) {
                    throw new Outdated();
                }
                if (target.isExecuted()) {
                    Executed.refuseChange(target.toVersion().document(), document);
                }
                stop(target, running, actor);
                return write(session, family, document, actor);
            }));
            return true;
        } catch (Outdated e) {
            return false;
        }
    }

    /** Same key, title and node keys; neither current nor enabled. */
    String revise(String id, String actor) {
        String revision = newId();
        publish(session -> store.lock(session, id).chain(family -> {
            var source = family.target().toVersion();
            var version = VersionEntity.of(revision, source.key(), family.nextNumber(), source.document());
            return add(session, version, actor);
        }));
        return revision;
    }

    /** Deleting the current version deletes all of the key, another only itself. Executions stay. */
    void delete(String id, Long expected, Running running, String actor) {
        publish(session -> store.lock(session, id).chain(family -> {
            var target = family.target();
            if (expected != null && target.sequence() != expected) {
                throw Precondition.failed();
            }
            var gone = target.isCurrent() ? family.all() : List.of(target);
            gone.forEach(version -> stop(version, running, actor));
            var removed = inTurn(gone, version -> remove(session, version, actor));
            return gone.size() < family.all().size()
                    ? removed
                    : removed.call(() -> samples.forget(session, family.key()));
        }));
    }

    private void stop(VersionEntity version, Running running, String actor) {
        if (running == Running.CANCEL) {
            version.cancelRunning(clock.instant(), actor);
        }
    }

    private Uni<Long> write(Mutiny.Session session, Family family, WorkflowDocument document, String actor) {
        var target = family.target();
        var rivals = document.enabled() ? family.rivals() : List.<VersionEntity>of();
        rivals.forEach(VersionEntity::retire);
        // The rivals step back first: the database allows one current and one enabled version of a key at any moment.
        return inTurn(rivals, rival -> stage(session, rival, actor))
                .chain(session::flush)
                .invoke(() -> {
                    target.take(document);
                    if (document.enabled()) {
                        target.enable();
                    } else {
                        target.disable();
                    }
                })
                .chain(() -> stage(session, target, actor));
    }

    private Uni<Long> add(Mutiny.Session session, VersionEntity version, String actor) {
        return number(session, version, actor)
                .chain(() -> session.persist(version))
                .chain(() -> outbox.stage(session, version.toVersion().message()));
    }

    private Uni<Long> stage(Mutiny.Session session, VersionEntity version, String actor) {
        return number(session, version, actor)
                .chain(() -> outbox.stage(session, version.toVersion().message()));
    }

    private Uni<Long> remove(Mutiny.Session session, VersionEntity version, String actor) {
        return number(session, version, actor).chain(() -> {
            WorkflowVersion farewell = version.toVersion().farewell();
            return delete(session, version).chain(() -> outbox.stage(session, farewell));
        });
    }

    /**
     * By a query: {@code session.remove} keeps what it waits for in a field that all sessions share
     * (ReactiveDeleteCoordinator), and of two deletes at once one failed and the other held its locks for ever.
     */
    private static Uni<Void> delete(Mutiny.Session session, VersionEntity version) {
        return session.createMutationQuery("delete from VersionEntity v where v.id = :id")
                .setParameter("id", version.id())
                .executeUpdate()
                .invoke(() -> session.detach(version))
                .replaceWithVoid();
    }

    private Uni<Long> number(Mutiny.Session session, VersionEntity version, String actor) {
        return outbox.nextSequence(session).invoke(sequence -> version.changed(sequence, clock.instant(), actor));
    }

    /** One after the other, since a session does one thing at a time; answers the last number, 0 for none. */
    private static Uni<Long> inTurn(List<VersionEntity> versions, Function<VersionEntity, Uni<Long>> step) {
        Uni<Long> chain = Uni.createFrom().item(0L);
        for (var version : versions) {
            chain = chain.chain(() -> step.apply(version));
        }
        return chain;
    }

    /** @param work answers the number of its last message */
    private void publish(Function<Mutiny.Session, Uni<Long>> work) {
        try {
            relay.awaitPublished(transactions.call(work));
        } catch (ConstraintViolationException e) {
            if (e.getKind() != ConstraintViolationException.ConstraintKind.UNIQUE) {
                throw e;
            }
            throw ProblemException.of(
                    409,
                    "changed_meanwhile",
                    "Expected to be the only one to change this workflow, but somebody else did at the same moment; try again");
        }
    }

    private static ProblemException keyTaken(String key) {
        return ProblemException.of(
                409,
                "key_taken",
                "Expected the key \"%s\" to be free, but a workflow has it; leave it out or choose another"
                        .formatted(key));
    }

    /** Never leaves this class. */
    private static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated() {
            super(null, null, false, false);
        }
    }
}
