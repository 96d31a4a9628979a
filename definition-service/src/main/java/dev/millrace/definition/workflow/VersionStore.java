package dev.millrace.definition.workflow;

import dev.millrace.definition.storage.Transactions;
import dev.millrace.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads versions, and locks those of one key for a change. */
@ApplicationScoped
class VersionStore {
    private static final String OF_KEY_OF =
            "from VersionEntity v where v.key = (select w.key from VersionEntity w where w.id = :id) order by v.id";

    private final Transactions transactions;

    VersionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    Version get(String id) {
        return transactions
                .call(session -> session.find(VersionEntity.class, id)
                        .map(found -> Optional.ofNullable(found).map(VersionEntity::toVersion)))
                .orElseThrow(() -> unknown(id));
    }

    /** All versions of the workflow that the version belongs to, oldest first. */
    List<Version> siblings(String key) {
        return transactions.call(session -> session.createQuery(
                        "from VersionEntity v where v.key = :key order by v.version", VersionEntity.class)
                .setParameter("key", key)
                .getResultList()
                .map(found -> found.stream().map(VersionEntity::toVersion).toList()));
    }

    boolean isTaken(String key) {
        return transactions.call(session -> countOf(session, key)) > 0;
    }

    /** Newest first; one more than the limit, when there is more. */
    List<Version> list(VersionFilter filter) {
        var conditions = new ArrayList<String>();
        Map<String, Object> values = new LinkedHashMap<>();
        add(conditions, values, "v.current = :current", "current", filter.current());
        add(conditions, values, "v.enabled = :enabled", "enabled", filter.enabled());
        add(conditions, values, "v.type = :type", "type", filter.type());
        add(conditions, values, "v.key = :key", "key", filter.key());
        add(conditions, values, "v.id < :cursor", "cursor", filter.cursor());
        add(
                conditions,
                values,
                "locate(:text, lower(concat(coalesce(v.title, ''), ' ', coalesce(v.description, ''), ' ', v.key))) > 0",
                "text",
                filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return transactions.call(session -> {
            var query =
                    session.createQuery("from VersionEntity v" + where + " order by v.id desc", VersionEntity.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(filter.limit() + 1)
                    .getResultList()
                    .map(found -> found.stream().map(VersionEntity::toVersion).toList());
        });
    }

    /** The versions of the workflow, locked: changes of one workflow follow each other. */
    Uni<Family> lock(Mutiny.Session session, String id) {
        return session.createQuery(OF_KEY_OF, VersionEntity.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(found -> new Family(
                        found,
                        found.stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst()
                                .orElseThrow(() -> unknown(id))));
    }

    Uni<Long> countOf(Mutiny.Session session, String key) {
        return session.createQuery("select count(v) from VersionEntity v where v.key = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound("a workflow version with id " + id);
    }
}
