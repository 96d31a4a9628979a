package dev.millrace.definition.outbox;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where a change leaves its message, in its own transaction; {@link OutboxRelay} publishes it. */
@ApplicationScoped
public class Outbox {
    /** Taken after the versions of the key are locked: so changes of one workflow have ascending numbers. */
    public Uni<Long> nextSequence(Mutiny.Session session) {
        return session.createNativeQuery("select nextval('definition.change_sequence')", Long.class)
                .getSingleResult();
    }

    public Uni<Long> stage(Mutiny.Session session, WorkflowVersion message) {
        return session.persist(new OutboxEntity(message.sequence(), message.id(), Json.text(message)))
                .replaceWith(message.sequence());
    }
}
