package dev.millrace.definition.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.definition.storage.Transactions;
import dev.millrace.model.json.Json;
import dev.millrace.rest.Problem;
import dev.millrace.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Pinned results of nodes, by workflow key: all versions of a workflow share them. */
@ApplicationScoped
class Samples {
    /** A workflow of many more nodes could not be drawn. */
    private static final int MOST = 1_000;

    private static final int LONGEST_NODE_KEY = 200;

    private static final String PUT = """
            insert into definition.sample (workflow_key, node_key, result, updated_at, updated_by)
            values (:workflowKey, :nodeKey, :result, :at, :by)
            on conflict (workflow_key, node_key)
            do update set result = excluded.result, updated_at = excluded.updated_at, updated_by = excluded.updated_by""";

    private final Transactions transactions;
    private final VersionStore versions;
    private final int maxBytes;

    Samples(
            Transactions transactions,
            VersionStore versions,
            @ConfigProperty(name = "millrace.definition.max-sample-size") int maxBytes) {
        this.transactions = transactions;
        this.versions = versions;
        this.maxBytes = maxBytes;
    }

    /** In the order of node keys. */
    List<SampleView> of(String workflowId) {
        String key = versions.get(workflowId).key();
        return transactions.call(session -> session.createQuery(
                        "from SampleEntity s where s.workflowKey = :key order by s.nodeKey", SampleEntity.class)
                .setParameter("key", key)
                .getResultList()
                .map(found -> found.stream().map(SampleEntity::view).toList()));
    }

    /** Takes the place of what was pinned before. */
    SampleView pin(String workflowId, String nodeKey, JsonNode result, String actor) {
        String key = versions.get(workflowId).key();
        String text = Json.text(result);
        check(nodeKey, text);
        var at = Instant.now();
        transactions.call(session -> count(session, key)
                .invoke(count -> {
                    if (count >= MOST) {
                        throw ProblemException.conflict(
                                "too_many_samples",
                                "Expected at most %d samples of a workflow, but there are as many: remove some"
                                        .formatted(MOST));
                    }
                })
                .chain(() -> session.createNativeQuery(PUT)
                        .setParameter("workflowKey", key)
                        .setParameter("nodeKey", nodeKey)
                        .setParameter("result", text)
                        .setParameter("at", at)
                        .setParameter("by", actor)
                        .executeUpdate()));
        return new SampleView(nodeKey, result, at, actor);
    }

    void unpin(String workflowId, String nodeKey) {
        String key = versions.get(workflowId).key();
        int gone = transactions.call(session -> session.createMutationQuery(
                        "delete from SampleEntity s where s.workflowKey = :key and s.nodeKey = :nodeKey")
                .setParameter("key", key)
                .setParameter("nodeKey", nodeKey)
                .executeUpdate());
        if (gone == 0) {
            throw ProblemException.notFound("a sample of node \"%s\"".formatted(nodeKey));
        }
    }

    /** With the workflow go its samples. */
    Uni<Integer> forget(Mutiny.Session session, String key) {
        return session.createMutationQuery("delete from SampleEntity s where s.workflowKey = :key")
                .setParameter("key", key)
                .executeUpdate();
    }

    private static Uni<Long> count(Mutiny.Session session, String key) {
        return session.createQuery("select count(s) from SampleEntity s where s.workflowKey = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    private void check(String nodeKey, String result) {
        if (nodeKey.isBlank() || nodeKey.length() > LONGEST_NODE_KEY) {
            throw ProblemException.badRequest(
                    "bad_node_key",
                    "Expected a node key of 1 to %d characters".formatted(LONGEST_NODE_KEY) + ", but it has "
                            + nodeKey.length());
        }
        int bytes = result.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxBytes) {
            throw new ProblemException(Problem.of(
                            413,
                            "sample_too_large",
                            "Expected a sample of at most %d bytes, but it has %d: keep a part of it"
                                    .formatted(maxBytes, bytes))
                    .at("/result"));
        }
    }
}
